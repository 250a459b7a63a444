# Pester 5, on a Windows machine that may be changed: `Invoke-Pester lock-down.Tests.ps1`. The workflow windows-lock.yml runs it.

BeforeDiscovery {
    # What any edition has. The two others need Enterprise or Education and a restart.
    $steps = @('account') + @((Get-Content (Join-Path $PSScriptRoot 'registry-steps.json') -Raw | ConvertFrom-Json).id) + @('power', 'firewall')
}

BeforeAll {
    $script = Join-Path $PSScriptRoot 'lock-down.ps1'
    $record = Join-Path $env:TEMP 'foyer-lock-down-test.json'
    $common = @{ User = 'foyer-test'; RecordPath = $record; Json = $true }
    function Read-State([string] $Id) { (& $script -Check -Only $Id @common | ConvertFrom-Json)[0] }
}

Describe 'the step <_>' -ForEach $steps {
    BeforeAll {
        $id = $_
        if ($id -ne 'account') { & $script -Apply -Only account @common | Out-Null }
        $before = (Read-State $id).state
        & $script -Apply -Only $id @common | Out-Null
    }
    It 'is done once it is applied' { (Read-State $id).state | Should -Be 'done' }
    It 'is done when it is applied again, and remembers what was there first' {
        $first = Get-Content $record -Raw
        & $script -Apply -Only $id @common | Out-Null
        (Read-State $id).state | Should -Be 'done'
        Get-Content $record -Raw | Should -Be $first
    }
    It 'stands as before once it is undone, and the record forgets it' {
        & $script -Undo -Only $id @common | Out-Null
        (Read-State $id).state | Should -Be $before
        (Get-Content $record -Raw | ConvertFrom-Json).PSObject.Properties.Name | Where-Object { $_ -like "$id|*" } | Should -BeNullOrEmpty
    }
}

Describe 'the steps that need another edition' {
    It '<_> can be asked for, and says what it lacks' -ForEach 'shell', 'keyboard-filter' {
        (Read-State $_).state | Should -BeIn 'done', 'undone', 'unknown'
    }
}
