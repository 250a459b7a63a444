# Shell Launcher: the kiosk takes the place of the desktop for its user, and is started again whenever it ends
# (https://learn.microsoft.com/windows/configuration/shell-launcher/). Exit codes of the kiosk: electron/exit-codes.ts.

Set-StrictMode -Version Latest

$embeddedSpace = 'root\standardcimv2\embedded'
$shellFeature = 'Client-EmbeddedShellLauncher'
$restartShell = 0

function Get-ShellSetting {
    try { return [wmiclass] "\\localhost\${embeddedSpace}:WESL_UserSetting" } catch { return $null }
}

function Get-KioskSid {
    param([Parameter(Mandatory)][string] $User)
    return (Get-LocalUser -Name $User).SID.Value
}

@{
    Id        = 'shell'
    Title     = 'Foyer takes the place of the desktop (Shell Launcher)'
    Editions  = 'Enterprise, Education or IoT Enterprise'
    NeedsUser = $true
    Check     = {
        param($Context, $Step)
        $setting = Get-ShellSetting
        if ($null -eq $setting) { return @{ State = 'unknown'; Detail = 'this Windows has no Shell Launcher: see Assigned Access in README.md' } }
        if (-not $setting.IsEnabled().Enabled) { return @{ State = 'undone'; Detail = 'Shell Launcher is off' } }
        try { $mine = $setting.GetCustomShell((Get-KioskSid $Context.User)) } catch { return @{ State = 'undone'; Detail = "$($Context.User) has the usual desktop" } }
        if ($mine.Shell -ne $Context.Shell) { return @{ State = 'undone'; Detail = "$($Context.User) gets $($mine.Shell)" } }
        return @{ State = 'done'; Detail = '' }
    }
    Apply     = {
        param($Context, $Step)
        $optional = Get-WindowsOptionalFeature -Online -FeatureName $shellFeature -ErrorAction SilentlyContinue
        if ($null -eq $optional) { throw 'This edition of Windows has no Shell Launcher. README.md describes Assigned Access, which Pro has.' }
        Add-Before -Context $Context -Name 'shell|feature' -Before @{ enabled = ($optional.State -eq 'Enabled') }
        if ($optional.State -ne 'Enabled') { Enable-WindowsOptionalFeature -Online -FeatureName $shellFeature -All -NoRestart | Out-Null }
        $setting = Get-ShellSetting
        if ($null -eq $setting) { throw 'Shell Launcher is installed. Restart the machine, then run this again.' }
        $sid = Get-KioskSid $Context.User
        $before = $null
        try { $before = $setting.GetCustomShell($sid).Shell } catch { $before = $null }
        Add-Before -Context $Context -Name 'shell|launcher' -Before @{
            enabled = [bool] $setting.IsEnabled().Enabled
            shell   = $before
            usual   = [string] $setting.GetDefaultShell().Shell
        }
        # Everybody else keeps the desktop.
        $setting.SetDefaultShell('explorer.exe', 3) | Out-Null
        try { $setting.RemoveCustomShell($sid) | Out-Null } catch { Write-Verbose 'There was none.' }
        # Whatever it ends with, it begins again: stopped, not started, wrong options, wants to be started again.
        $setting.SetCustomShell($sid, $Context.Shell, @(0, 1, 2, 3), @($restartShell, $restartShell, $restartShell, $restartShell), $restartShell) | Out-Null
        $setting.SetEnabled($true) | Out-Null
    }
    Undo      = {
        param($Context, $Step)
        $setting = Get-ShellSetting
        if ($null -ne $setting -and $Context.Record.ContainsKey('shell|launcher')) {
            $before = $Context.Record['shell|launcher']
            $sid = Get-KioskSid $Context.User
            try { $setting.RemoveCustomShell($sid) | Out-Null } catch { Write-Verbose 'There is none.' }
            if ($null -ne $before.shell) { $setting.SetCustomShell($sid, $before.shell, $null, $null, $restartShell) | Out-Null }
            if ($before.usual -ne '') { $setting.SetDefaultShell($before.usual, 3) | Out-Null }
            $setting.SetEnabled([bool] $before.enabled) | Out-Null
            Remove-Before -Context $Context -Name 'shell|launcher'
        }
        if ($Context.Record.ContainsKey('shell|feature')) {
            if (-not $Context.Record['shell|feature'].enabled) { Disable-WindowsOptionalFeature -Online -FeatureName $shellFeature -NoRestart | Out-Null }
            Remove-Before -Context $Context -Name 'shell|feature'
        }
    }
}
