<#
.SYNOPSIS
Locks a Windows machine down to one Foyer kiosk, says how it stands, or undoes it.
.DESCRIPTION
Run as administrator. Each step can be applied again without harm; -Undo puts back what was there before, as it was recorded in
%ProgramData%\Foyer\lock-down.json. README.md beside this file says which edition of Windows each step needs.
.EXAMPLE
.\lock-down.ps1 -Apply
.EXAMPLE
.\lock-down.ps1 -Check -Json
.EXAMPLE
.\lock-down.ps1 -Undo -Only shell,keyboard-filter
#>
[CmdletBinding(DefaultParameterSetName = 'Check')]
param(
    [Parameter(Mandatory, ParameterSetName = 'Apply')][switch] $Apply,
    [Parameter(Mandatory, ParameterSetName = 'Undo')][switch] $Undo,
    [Parameter(ParameterSetName = 'Check')][switch] $Check,
    # [{"step": "...", "state": "done" | "undone" | "unknown", "detail": "..."}] on standard output and nothing else.
    [switch] $Json,
    # Ids of steps; all of them otherwise.
    [string[]] $Only = @(),
    # The kiosk's own user.
    [string] $User = 'foyer',
    # The installed program.
    [string] $Program = (Join-Path $env:ProgramFiles 'Foyer\Foyer.exe'),
    # What was there before.
    [string] $RecordPath = (Join-Path $env:ProgramData 'Foyer\lock-down.json')
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

. (Join-Path $PSScriptRoot 'record.ps1')
. (Join-Path $PSScriptRoot 'registry-step.ps1')
. (Join-Path $PSScriptRoot 'user-hive.ps1')

# Read here and not in a function: what a step calls has to be there when the step runs.
$steps = @()
# The user first: the others set values of its own.
$steps += . (Join-Path $PSScriptRoot 'steps\account.ps1')
$definitions = Get-Content -LiteralPath (Join-Path $PSScriptRoot 'registry-steps.json') -Raw -Encoding UTF8 | ConvertFrom-Json
foreach ($definition in $definitions) {
    $steps += New-RegistryStep -Definition $definition
}
$steps += . (Join-Path $PSScriptRoot 'steps\power.ps1')
$steps += . (Join-Path $PSScriptRoot 'steps\firewall.ps1')
$steps += . (Join-Path $PSScriptRoot 'steps\keyboard-filter.ps1')
$steps += . (Join-Path $PSScriptRoot 'steps\shell.ps1')

function Test-Administrator {
    $identity = [Security.Principal.WindowsIdentity]::GetCurrent()
    return ([Security.Principal.WindowsPrincipal] $identity).IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
}

function Write-Line {
    param([string] $Text)
    if (-not $Json) { Write-Host $Text }
}

# `powershell -File` hands on "shell,power" as one text.
$Only = @($Only | ForEach-Object { $_ -split ',' } | Where-Object { $_ -ne '' })
$unknown = @($Only | Where-Object { $_ -notin $steps.Id })
if ($unknown.Count -gt 0) {
    [Console]::Error.WriteLine("There is no step $($unknown -join ', '). The steps are $($steps.Id -join ', ').")
    exit 2
}
if (-not (Test-Administrator)) {
    [Console]::Error.WriteLine('Run this as administrator: open PowerShell with "Run as administrator".')
    exit 2
}
$chosen = @($steps | Where-Object { $Only.Count -eq 0 -or $_.Id -in $Only })
# What was put on last is taken away first.
if ($Undo) { [array]::Reverse($chosen) }

$context = @{
    User       = $User
    Program    = $Program
    Shell      = "`"$Program`""
    RecordPath = $RecordPath
    Record     = (Read-Record -Path $RecordPath)
    UserHive   = $null
}

function Invoke-Step {
    param([Parameter(Mandatory)] $Step)
    # The user may have been made by the step before.
    $hive = if ($Step.NeedsUser) { Open-UserHive -User $context.User } else { $null }
    try {
        if ($Step.NeedsUser -and $null -eq $hive) {
            $state = if ($Undo) { 'undone' } elseif ($Apply) { 'unknown' } else { 'undone' }
            return @{ step = $Step.Id; state = $state; detail = "there is no user $($context.User)"; failed = [bool] $Apply }
        }
        $context.UserHive = if ($null -eq $hive) { $null } else { $hive.Path }
        if ($Apply) { & $Step.Apply $context $Step }
        if ($Undo) { & $Step.Undo $context $Step }
        $found = & $Step.Check $context $Step
        return @{ step = $Step.Id; state = $found.State; detail = $found.Detail; failed = ($Apply -and $found.State -eq 'undone') }
    }
    catch {
        return @{ step = $Step.Id; state = 'unknown'; detail = $_.Exception.Message; failed = $true }
    }
    finally {
        Close-UserHive $hive
    }
}

$results = @()
foreach ($step in $chosen) {
    $result = Invoke-Step -Step $step
    $results += $result
    $detail = if ($result.detail -eq '') { '' } else { " ($($result.detail))" }
    Write-Line ("{0,-8} {1,-18} {2}{3}" -f $result.state, $result.step, $step.Title, $detail)
}

if ($Json) {
    $lines = @($results | ForEach-Object { [pscustomobject]@{ step = $_.step; state = $_.state; detail = $_.detail } })
    # Windows PowerShell would write a list of one as the one.
    '[' + (($lines | ForEach-Object { $_ | ConvertTo-Json -Compress }) -join ',') + ']'
}
if ($Apply) { Write-Line 'Restart the machine: the kiosk signs in by itself.' }
if ($Undo) { Write-Line 'Restart the machine: it is an ordinary one again.' }

$failed = @($results | Where-Object { $_.failed }).Count -gt 0
$open = -not $Apply -and -not $Undo -and @($results | Where-Object { $_.state -ne 'done' }).Count -gt 0
exit $(if ($failed -or $open) { 1 } else { 0 })
