# Nobody on the venue's network reaches the machine, but hubs that answer when the kiosk looks for its own (mDNS).

Set-StrictMode -Version Latest

$firewallRule = 'Foyer-mDNS'

@{
    Id        = 'firewall'
    Title     = 'The firewall is on and lets nothing in but the answers of hubs'
    Editions  = 'any'
    NeedsUser = $false
    Check     = {
        param($Context, $Step)
        $wrong = @(Get-NetFirewallProfile | Where-Object { [string] $_.Enabled -ne 'True' -or [string] $_.DefaultInboundAction -ne 'Block' } | ForEach-Object { $_.Name })
        if ($wrong.Count -gt 0) { return @{ State = 'undone'; Detail = "open: $($wrong -join ', ')" } }
        $found = Get-NetFirewallRule -Name $firewallRule -ErrorAction SilentlyContinue
        if ($null -eq $found) { return @{ State = 'undone'; Detail = 'the answers of hubs are not let in' } }
        return @{ State = 'done'; Detail = '' }
    }
    Apply     = {
        param($Context, $Step)
        foreach ($each in Get-NetFirewallProfile) {
            Add-Before -Context $Context -Name "firewall|$($each.Name)" -Before @{ enabled = [string] $each.Enabled; inbound = [string] $each.DefaultInboundAction }
            Set-NetFirewallProfile -Name $each.Name -Enabled True -DefaultInboundAction Block
        }
        $found = Get-NetFirewallRule -Name $firewallRule -ErrorAction SilentlyContinue
        Add-Before -Context $Context -Name 'firewall|rule' -Before @{ existed = ($null -ne $found) }
        if ($null -eq $found) {
            New-NetFirewallRule -Name $firewallRule -DisplayName 'Foyer finds its hub (mDNS)' -Direction Inbound -Action Allow -Protocol UDP -LocalPort 5353 -RemoteAddress LocalSubnet -Program $Context.Program | Out-Null
        }
    }
    Undo      = {
        param($Context, $Step)
        foreach ($each in Get-NetFirewallProfile) {
            $name = "firewall|$($each.Name)"
            if (-not $Context.Record.ContainsKey($name)) { continue }
            $before = $Context.Record[$name]
            Set-NetFirewallProfile -Name $each.Name -Enabled $before.enabled -DefaultInboundAction $before.inbound
            Remove-Before -Context $Context -Name $name
        }
        if ($Context.Record.ContainsKey('firewall|rule')) {
            if (-not $Context.Record['firewall|rule'].existed) { Remove-NetFirewallRule -Name $firewallRule -ErrorAction SilentlyContinue }
            Remove-Before -Context $Context -Name 'firewall|rule'
        }
    }
}
