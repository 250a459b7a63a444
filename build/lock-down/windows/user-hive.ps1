# The settings of the kiosk's user, also while nobody is signed in.

Set-StrictMode -Version Latest

$profileCode = @'
using System;
using System.Runtime.InteropServices;
using System.Text;
public static class FoyerProfile {
    [DllImport("userenv.dll", CharSet = CharSet.Unicode, ExactSpelling = true)]
    private static extern int CreateProfile(string sid, string name, StringBuilder path, uint length);
    // HRESULT; 0x800700B7 says that it is there already.
    public static int Create(string sid, string name) {
        return CreateProfile(sid, name, new StringBuilder(260), 260);
    }
}
'@

function Open-UserHive {
    param([Parameter(Mandatory)][string] $User)
    $account = Get-LocalUser -Name $User -ErrorAction SilentlyContinue
    if ($null -eq $account) { return $null }
    $sid = $account.SID.Value
    if (Test-Path -LiteralPath "Registry::HKEY_USERS\$sid") { return @{ Path = "Registry::HKEY_USERS\$sid"; Loaded = $null } }
    $list = "HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList\$sid"
    if (-not (Test-Path -LiteralPath $list)) {
        if (-not ('FoyerProfile' -as [type])) { Add-Type -TypeDefinition $profileCode }
        $result = [FoyerProfile]::Create($sid, $User)
        if ($result -ne 0 -and $result -ne -2147024713) { throw "The profile of $User cannot be made (0x$($result.ToString('X8')))." }
    }
    $folder = (Get-ItemProperty -LiteralPath $list -Name ProfileImagePath).ProfileImagePath
    $name = 'FoyerKioskUser'
    & reg.exe load "HKU\$name" (Join-Path $folder 'NTUSER.DAT') | Out-Null
    if ($LASTEXITCODE -ne 0) { throw "The settings of $User cannot be opened. Sign that user out and try again." }
    return @{ Path = "Registry::HKEY_USERS\$name"; Loaded = "HKU\$name" }
}

function Close-UserHive {
    param($Hive)
    if ($null -eq $Hive -or $null -eq $Hive.Loaded) { return }
    # PowerShell keeps keys open until they are collected, and a hive that is in use cannot be unloaded.
    [gc]::Collect()
    [gc]::WaitForPendingFinalizers()
    & reg.exe unload $Hive.Loaded | Out-Null
    if ($LASTEXITCODE -ne 0) { Write-Warning 'The settings of the kiosk user stay loaded until the machine restarts.' }
}
