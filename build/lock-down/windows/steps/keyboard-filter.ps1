# Keyboard Filter: the keys that lead out reach nobody (https://learn.microsoft.com/windows/configuration/keyboard-filter/). Administrators keep them.

Set-StrictMode -Version Latest

$embeddedSpace = 'root\standardcimv2\embedded'
$filterFeature = 'Client-KeyboardFilter'
# By the names that Windows has for them.
$filteredKeys = @(
    'Windows', 'Application', 'Alt+F4', 'Alt+Tab', 'Alt+Esc', 'Alt+Space', 'Ctrl+Alt+Del', 'Ctrl+Esc', 'Ctrl+F4', 'Ctrl+Tab',
    'Shift+Ctrl+Esc', 'Shift+Win', 'Win+L', 'Win+R', 'Win+E', 'Win+D', 'Win+M', 'Win+P', 'Win+U', 'Win+Enter', 'Ctrl+Win+F', 'Win+F',
    'Win+Break', 'Win+Home', 'Win+Up', 'Win+Down', 'Win+Left', 'Win+Right', 'LShift+LAlt+NumLock', 'LShift+LAlt+PrintScrn',
    'BrowserBack', 'BrowserForward', 'BrowserRefresh', 'BrowserStop', 'BrowserSearch', 'BrowserFavorites', 'BrowserHome',
    'LaunchMail', 'LaunchMediaSelect', 'LaunchApp1', 'LaunchApp2'
)
# Ctrl+Alt+P opens staff mode and stays.
$filteredCombinations = @(
    'Ctrl+W', 'Ctrl+N', 'Ctrl+T', 'Ctrl+P', 'Ctrl+O', 'Ctrl+S', 'Ctrl+U', 'Ctrl+J', 'Ctrl+F', 'Ctrl+R', 'Shift+Ctrl+I', 'Shift+Ctrl+J',
    'Shift+Ctrl+N', 'F1', 'F3', 'F5', 'F11', 'F12'
)

function Get-FilterKey {
    param([Parameter(Mandatory)][string] $Class, [Parameter(Mandatory)][string] $Id)
    return Get-CimInstance -Namespace $embeddedSpace -ClassName $Class -ErrorAction Stop | Where-Object { $_.Id -eq $Id }
}

function Test-Filter {
    try { Get-CimInstance -Namespace $embeddedSpace -ClassName WEKF_Settings -ErrorAction Stop | Out-Null; return $true } catch { return $false }
}

@{
    Id        = 'keyboard-filter'
    Title     = 'Keys that lead out of the kiosk are filtered'
    Editions  = 'Enterprise, Education or IoT Enterprise'
    NeedsUser = $false
    Check     = {
        param($Context, $Step)
        if (-not (Test-Filter)) { return @{ State = 'unknown'; Detail = 'this Windows has no Keyboard Filter, or it was not restarted since' } }
        $open = @()
        foreach ($id in $filteredKeys) {
            $key = Get-FilterKey -Class WEKF_PredefinedKey -Id $id
            # A key that this Windows does not know needs no filter.
            if ($null -ne $key -and -not $key.Enabled) { $open += $id }
        }
        foreach ($id in $filteredCombinations) {
            $key = Get-FilterKey -Class WEKF_CustomKey -Id $id
            if ($null -eq $key -or -not $key.Enabled) { $open += $id }
        }
        if ($open.Count -eq 0) { return @{ State = 'done'; Detail = '' } }
        return @{ State = 'undone'; Detail = "not filtered: $($open -join ', ')" }
    }
    Apply     = {
        param($Context, $Step)
        $optional = Get-WindowsOptionalFeature -Online -FeatureName $filterFeature -ErrorAction SilentlyContinue
        if ($null -eq $optional) { throw 'This edition of Windows has no Keyboard Filter. The kiosk itself still swallows these keys, but not Ctrl+Alt+Del.' }
        Add-Before -Context $Context -Name 'keyboard-filter|feature' -Before @{ enabled = ($optional.State -eq 'Enabled') }
        if ($optional.State -ne 'Enabled') { Enable-WindowsOptionalFeature -Online -FeatureName $filterFeature -All -NoRestart | Out-Null }
        if (-not (Test-Filter)) { throw 'Keyboard Filter is installed. Restart the machine, then run this again.' }
        foreach ($id in $filteredKeys) {
            $key = Get-FilterKey -Class WEKF_PredefinedKey -Id $id
            if ($null -eq $key) { continue }
            Add-Before -Context $Context -Name "keyboard-filter|$id" -Before @{ existed = $true; enabled = [bool] $key.Enabled }
            Set-CimInstance -InputObject $key -Property @{ Enabled = $true }
        }
        foreach ($id in $filteredCombinations) {
            $key = Get-FilterKey -Class WEKF_CustomKey -Id $id
            if ($null -eq $key) {
                Add-Before -Context $Context -Name "keyboard-filter|$id" -Before @{ existed = $false; enabled = $false }
                New-CimInstance -Namespace $embeddedSpace -ClassName WEKF_CustomKey -Property @{ Id = $id; Enabled = $true } | Out-Null
            }
            else {
                Add-Before -Context $Context -Name "keyboard-filter|$id" -Before @{ existed = $true; enabled = [bool] $key.Enabled }
                Set-CimInstance -InputObject $key -Property @{ Enabled = $true }
            }
        }
        $setting = Get-CimInstance -Namespace $embeddedSpace -ClassName WEKF_Settings | Where-Object { $_.Name -eq 'DisableKeyboardFilterForAdministrators' }
        if ($null -ne $setting) {
            Add-Before -Context $Context -Name 'keyboard-filter|administrators' -Before @{ value = [string] $setting.Value }
            Set-CimInstance -InputObject $setting -Property @{ Value = 'true' }
        }
    }
    Undo      = {
        param($Context, $Step)
        if (Test-Filter) {
            foreach ($id in $filteredKeys + $filteredCombinations) {
                $name = "keyboard-filter|$id"
                if (-not $Context.Record.ContainsKey($name)) { continue }
                $before = $Context.Record[$name]
                $class = if ($filteredKeys -contains $id) { 'WEKF_PredefinedKey' } else { 'WEKF_CustomKey' }
                $key = Get-FilterKey -Class $class -Id $id
                if ($null -ne $key -and $before.existed) { Set-CimInstance -InputObject $key -Property @{ Enabled = [bool] $before.enabled } }
                elseif ($null -ne $key) { Remove-CimInstance -InputObject $key }
                Remove-Before -Context $Context -Name $name
            }
            if ($Context.Record.ContainsKey('keyboard-filter|administrators')) {
                $setting = Get-CimInstance -Namespace $embeddedSpace -ClassName WEKF_Settings | Where-Object { $_.Name -eq 'DisableKeyboardFilterForAdministrators' }
                Set-CimInstance -InputObject $setting -Property @{ Value = $Context.Record['keyboard-filter|administrators'].value }
                Remove-Before -Context $Context -Name 'keyboard-filter|administrators'
            }
        }
        if ($Context.Record.ContainsKey('keyboard-filter|feature')) {
            if (-not $Context.Record['keyboard-filter|feature'].enabled) { Disable-WindowsOptionalFeature -Online -FeatureName $filterFeature -NoRestart | Out-Null }
            Remove-Before -Context $Context -Name 'keyboard-filter|feature'
        }
    }
}
