# What was there before, so that -Undo puts it back. A file that only administrators may write; one entry a thing that was changed.

Set-StrictMode -Version Latest

function Read-Record {
    param([Parameter(Mandatory)][string] $Path)
    $record = @{}
    if (-not (Test-Path -LiteralPath $Path)) { return $record }
    $read = Get-Content -LiteralPath $Path -Raw -Encoding UTF8 | ConvertFrom-Json
    foreach ($entry in $read.PSObject.Properties) { $record[$entry.Name] = $entry.Value }
    return $record
}

function Write-Record {
    param([Parameter(Mandatory)][string] $Path, [Parameter(Mandatory)][hashtable] $Record)
    $folder = Split-Path -Parent $Path
    if (-not (Test-Path -LiteralPath $folder)) { New-Item -ItemType Directory -Path $folder | Out-Null }
    # Whole or not at all: the old one stays until the new one is written.
    $temporary = "$Path.new"
    $Record | ConvertTo-Json -Depth 6 | Set-Content -LiteralPath $temporary -Encoding UTF8
    Move-Item -LiteralPath $temporary -Destination $Path -Force
}

# Only the first time: a second -Apply must not take our own value for what was there before.
function Add-Before {
    param([Parameter(Mandatory)] $Context, [Parameter(Mandatory)][string] $Name, $Before)
    if ($Context.Record.ContainsKey($Name)) { return }
    $Context.Record[$Name] = $Before
    Write-Record -Path $Context.RecordPath -Record $Context.Record
}

function Remove-Before {
    param([Parameter(Mandatory)] $Context, [Parameter(Mandatory)][string] $Name)
    if (-not $Context.Record.ContainsKey($Name)) { return }
    $Context.Record.Remove($Name)
    Write-Record -Path $Context.RecordPath -Record $Context.Record
}
