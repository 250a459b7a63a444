# The kiosk's own user: local, no administrator, signed in by itself. Its password is random, known to nobody, and lies in an LSA secret and not
# in clear in the registry (https://learn.microsoft.com/windows/win32/secauthn/protecting-the-automatic-logon-password).

Set-StrictMode -Version Latest

$lsaCode = @'
using System;
using System.ComponentModel;
using System.Runtime.InteropServices;
public static class FoyerLsa {
    [StructLayout(LayoutKind.Sequential)]
    private struct Attributes { public int Length; public IntPtr Root; public IntPtr Name; public uint Flags; public IntPtr Descriptor; public IntPtr Quality; }
    [StructLayout(LayoutKind.Sequential)]
    private struct Text { public ushort Length; public ushort Maximum; public IntPtr Buffer; }
    [DllImport("advapi32.dll")] private static extern uint LsaOpenPolicy(IntPtr system, ref Attributes attributes, uint access, out IntPtr policy);
    [DllImport("advapi32.dll")] private static extern uint LsaStorePrivateData(IntPtr policy, ref Text key, IntPtr data);
    [DllImport("advapi32.dll")] private static extern uint LsaClose(IntPtr policy);
    [DllImport("advapi32.dll")] private static extern int LsaNtStatusToWinError(uint status);
    private static Text ToText(string value) {
        return new Text { Length = (ushort)(value.Length * 2), Maximum = (ushort)((value.Length + 1) * 2), Buffer = Marshal.StringToHGlobalUni(value) };
    }
    private static void Check(uint status) { if (status != 0) throw new Win32Exception(LsaNtStatusToWinError(status)); }
    // null takes the secret away.
    public static void Store(string name, string value) {
        var attributes = new Attributes { Length = Marshal.SizeOf(typeof(Attributes)) };
        IntPtr policy;
        Check(LsaOpenPolicy(IntPtr.Zero, ref attributes, 0x00000020, out policy));
        var key = ToText(name);
        IntPtr data = IntPtr.Zero;
        Text secret = new Text();
        try {
            if (value != null) {
                secret = ToText(value);
                data = Marshal.AllocHGlobal(Marshal.SizeOf(typeof(Text)));
                Marshal.StructureToPtr(secret, data, false);
            }
            uint status = LsaStorePrivateData(policy, ref key, data);
            // STATUS_OBJECT_NAME_NOT_FOUND: there was none to take away.
            if (!(value == null && status == 0xC0000034)) Check(status);
        } finally {
            Marshal.FreeHGlobal(key.Buffer);
            if (secret.Buffer != IntPtr.Zero) Marshal.ZeroFreeGlobalAllocUnicode(secret.Buffer);
            if (data != IntPtr.Zero) Marshal.FreeHGlobal(data);
            LsaClose(policy);
        }
    }
}
'@

function Set-AutoLogonSecret {
    param([AllowNull()][object] $Value)
    if (-not ('FoyerLsa' -as [type])) { Add-Type -TypeDefinition $lsaCode }
    [FoyerLsa]::Store('DefaultPassword', $Value)
}

function New-RandomPassword {
    $bytes = New-Object byte[] 32
    $random = [Security.Cryptography.RandomNumberGenerator]::Create()
    try { $random.GetBytes($bytes) } finally { $random.Dispose() }
    # The sign at its end is for policies that ask for one of each kind.
    return [Convert]::ToBase64String($bytes) + 'aA1!'
}

$winlogon = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon'
$logonValues = @('AutoAdminLogon', 'DefaultUserName', 'DefaultDomainName', 'DefaultPassword', 'AutoLogonCount')

@{
    Id        = 'account'
    Title     = 'An unprivileged user of its own signs in by itself'
    Editions  = 'any'
    NeedsUser = $false
    Check     = {
        param($Context, $Step)
        $account = Get-LocalUser -Name $Context.User -ErrorAction SilentlyContinue
        if ($null -eq $account -or -not $account.Enabled) { return @{ State = 'undone'; Detail = "there is no user $($Context.User)" } }
        # By its well-known SID: the group has another name in other languages.
        $administrators = @(Get-LocalGroupMember -SID 'S-1-5-32-544' -ErrorAction SilentlyContinue | ForEach-Object { $_.SID.Value })
        if ($administrators -contains $account.SID.Value) { return @{ State = 'undone'; Detail = "$($Context.User) is an administrator" } }
        $now = @{}
        foreach ($name in $logonValues) { $now[$name] = Read-Value -Key $winlogon -Name $name }
        if ($now['DefaultPassword'].exists) { return @{ State = 'undone'; Detail = 'a password lies in clear in the registry' } }
        $isAutomatic = $now['AutoAdminLogon'].exists -and [string] $now['AutoAdminLogon'].value -eq '1' -and
            $now['DefaultUserName'].exists -and $now['DefaultUserName'].value -eq $Context.User
        if (-not $isAutomatic) { return @{ State = 'undone'; Detail = 'does not sign in by itself' } }
        return @{ State = 'done'; Detail = '' }
    }
    Apply     = {
        param($Context, $Step)
        $found = & $Step.Check $Context $Step
        if ($found.State -eq 'done') { return }
        $password = New-RandomPassword
        $secure = ConvertTo-SecureString $password -AsPlainText -Force
        $account = Get-LocalUser -Name $Context.User -ErrorAction SilentlyContinue
        # In clear in the registry is where no password stays, so an earlier one is not kept either: only that there was one.
        Add-Before -Context $Context -Name 'account|user' -Before @{ existed = ($null -ne $account) }
        foreach ($name in $logonValues | Where-Object { $_ -ne 'DefaultPassword' }) {
            Add-Before -Context $Context -Name "account|$name" -Before (Read-Value -Key $winlogon -Name $name)
        }
        if ($null -eq $account) {
            New-LocalUser -Name $Context.User -Password $secure -AccountNeverExpires -PasswordNeverExpires -UserMayNotChangePassword -Description 'Foyer kiosk' | Out-Null
            Add-LocalGroupMember -SID 'S-1-5-32-545' -Member $Context.User -ErrorAction SilentlyContinue
        }
        else {
            Set-LocalUser -Name $Context.User -Password $secure -PasswordNeverExpires $true
            Enable-LocalUser -Name $Context.User
            Remove-LocalGroupMember -SID 'S-1-5-32-544' -Member $Context.User -ErrorAction SilentlyContinue
        }
        Set-AutoLogonSecret $password
        Remove-ItemProperty -LiteralPath $winlogon -Name DefaultPassword -ErrorAction SilentlyContinue
        Remove-ItemProperty -LiteralPath $winlogon -Name AutoLogonCount -ErrorAction SilentlyContinue
        Set-ItemProperty -LiteralPath $winlogon -Name AutoAdminLogon -Value '1' -Type String
        Set-ItemProperty -LiteralPath $winlogon -Name DefaultUserName -Value $Context.User -Type String
        Set-ItemProperty -LiteralPath $winlogon -Name DefaultDomainName -Value $env:COMPUTERNAME -Type String
    }
    Undo      = {
        param($Context, $Step)
        if (-not $Context.Record.ContainsKey('account|user')) { return }
        Set-AutoLogonSecret $null
        foreach ($name in $logonValues | Where-Object { $_ -ne 'DefaultPassword' }) {
            if (-not $Context.Record.ContainsKey("account|$name")) { continue }
            $before = $Context.Record["account|$name"]
            if ($before.exists) { Set-ItemProperty -LiteralPath $winlogon -Name $name -Value $before.value -Type $before.type }
            else { Remove-ItemProperty -LiteralPath $winlogon -Name $name -ErrorAction SilentlyContinue }
            Remove-Before -Context $Context -Name "account|$name"
        }
        # The profile stays: the kiosk's data is not the lock's to delete.
        if (-not $Context.Record['account|user'].existed) { Disable-LocalUser -Name $Context.User -ErrorAction SilentlyContinue }
        Remove-Before -Context $Context -Name 'account|user'
    }
}
