# The screen stays on, and the machine sleeps neither by itself nor when somebody finds its button.

Set-StrictMode -Version Latest

# Subgroup, setting, wanted; all of the plan in force, on mains and on battery (powercfg /aliases).
$powerSettings = @(
    @{ Name = 'screen'; Group = 'SUB_VIDEO'; Setting = 'VIDEOIDLE'; Value = 0 },
    @{ Name = 'sleep'; Group = 'SUB_SLEEP'; Setting = 'STANDBYIDLE'; Value = 0 },
    @{ Name = 'hibernate'; Group = 'SUB_SLEEP'; Setting = 'HIBERNATEIDLE'; Value = 0 },
    @{ Name = 'disk'; Group = 'SUB_DISK'; Setting = 'DISKIDLE'; Value = 0 },
    @{ Name = 'sleep button'; Group = 'SUB_BUTTONS'; Setting = 'SBUTTONACTION'; Value = 0 },
    @{ Name = 'lid'; Group = 'SUB_BUTTONS'; Setting = 'LIDACTION'; Value = 0 }
)

# Two numbers: on mains, on battery. Its text is in the language of Windows, so they are found by their form and their place.
function Read-PowerSetting {
    param([Parameter(Mandatory)] $Setting)
    $lines = & powercfg.exe /query SCHEME_CURRENT $Setting.Group $Setting.Setting
    $found = @($lines | Select-String -Pattern ':\s*0x([0-9a-f]{8})\s*$' | ForEach-Object { [Convert]::ToInt64($_.Matches[0].Groups[1].Value, 16) })
    if ($found.Count -lt 2) { return $null }
    return @{ mains = $found[$found.Count - 2]; battery = $found[$found.Count - 1] }
}

function Write-PowerSetting {
    param([Parameter(Mandatory)] $Setting, [Parameter(Mandatory)][long] $Mains, [Parameter(Mandatory)][long] $Battery)
    & powercfg.exe /setacvalueindex SCHEME_CURRENT $Setting.Group $Setting.Setting $Mains
    & powercfg.exe /setdcvalueindex SCHEME_CURRENT $Setting.Group $Setting.Setting $Battery
    & powercfg.exe /setactive SCHEME_CURRENT
}

@{
    Id        = 'power'
    Title     = 'The machine and its screen stay on'
    Editions  = 'any'
    NeedsUser = $false
    Check     = {
        param($Context, $Step)
        $wrong = @()
        foreach ($setting in $powerSettings) {
            $now = Read-PowerSetting $setting
            # A machine without a lid has no such setting.
            if ($null -ne $now -and ($now.mains -ne $setting.Value -or $now.battery -ne $setting.Value)) { $wrong += $setting.Name }
        }
        if ($wrong.Count -eq 0) { return @{ State = 'done'; Detail = '' } }
        return @{ State = 'undone'; Detail = "still sleeps by: $($wrong -join ', ')" }
    }
    Apply     = {
        param($Context, $Step)
        foreach ($setting in $powerSettings) {
            $now = Read-PowerSetting $setting
            if ($null -eq $now) { continue }
            Add-Before -Context $Context -Name "power|$($setting.Name)" -Before $now
            Write-PowerSetting -Setting $setting -Mains $setting.Value -Battery $setting.Value
        }
    }
    Undo      = {
        param($Context, $Step)
        foreach ($setting in $powerSettings) {
            $name = "power|$($setting.Name)"
            if (-not $Context.Record.ContainsKey($name)) { continue }
            $before = $Context.Record[$name]
            Write-PowerSetting -Setting $setting -Mains $before.mains -Battery $before.battery
            Remove-Before -Context $Context -Name $name
        }
    }
}
