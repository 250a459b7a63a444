# A step that is registry values and nothing else: what is set, how it is compared, and how it is put back, once for all of them.

Set-StrictMode -Version Latest

function Resolve-Key {
    param([Parameter(Mandatory)] $Context, [Parameter(Mandatory)][string] $Key)
    if ($Key -like '{user}*') { return $Key.Replace('{user}', $Context.UserHive) }
    return $Key
}

function Read-Value {
    param([Parameter(Mandatory)][string] $Key, [Parameter(Mandatory)][string] $Name)
    if (-not (Test-Path -LiteralPath $Key)) { return @{ exists = $false; hasKey = $false } }
    $item = Get-Item -LiteralPath $Key
    if ($item.GetValueNames() -notcontains $Name) { return @{ exists = $false; hasKey = $true } }
    return @{ exists = $true; hasKey = $true; type = [string] $item.GetValueKind($Name); value = $item.GetValue($Name) }
}

function New-RegistryStep {
    param([Parameter(Mandatory)] $Definition)
    return @{
        Id        = [string] $Definition.id
        Title     = [string] $Definition.title
        Editions  = [string] $Definition.editions
        NeedsUser = @($Definition.values | Where-Object { $_.key -like '{user}*' }).Count -gt 0
        Values    = @($Definition.values)
        Check     = {
            param($Context, $Step)
            $wrong = @()
            foreach ($value in $Step.Values) {
                $now = Read-Value -Key (Resolve-Key $Context $value.key) -Name $value.name
                if (-not $now.exists -or [string] $now.value -ne [string] $value.value) { $wrong += $value.name }
            }
            if ($wrong.Count -eq 0) { return @{ State = 'done'; Detail = '' } }
            return @{ State = 'undone'; Detail = "not as wanted: $($wrong -join ', ')" }
        }
        Apply     = {
            param($Context, $Step)
            foreach ($value in $Step.Values) {
                $key = Resolve-Key $Context $value.key
                # The user's hive has another name whenever it is loaded, so the record has it as it is written in the file.
                Add-Before -Context $Context -Name "$($Step.Id)|$($value.key)|$($value.name)" -Before (Read-Value -Key $key -Name $value.name)
                if (-not (Test-Path -LiteralPath $key)) { New-Item -Path $key -Force | Out-Null }
                New-ItemProperty -LiteralPath $key -Name $value.name -PropertyType $value.type -Value $value.value -Force | Out-Null
            }
        }
        Undo      = {
            param($Context, $Step)
            foreach ($value in $Step.Values) {
                $name = "$($Step.Id)|$($value.key)|$($value.name)"
                if (-not $Context.Record.ContainsKey($name)) { continue }
                $before = $Context.Record[$name]
                $key = Resolve-Key $Context $value.key
                if ($before.exists) {
                    New-ItemProperty -LiteralPath $key -Name $value.name -PropertyType $before.type -Value $before.value -Force | Out-Null
                }
                elseif (Test-Path -LiteralPath $key) {
                    Remove-ItemProperty -LiteralPath $key -Name $value.name -ErrorAction SilentlyContinue
                    # A key that we made goes again, unless somebody else has put something into it.
                    $item = Get-Item -LiteralPath $key
                    if (-not $before.hasKey -and $item.ValueCount -eq 0 -and $item.SubKeyCount -eq 0) { Remove-Item -LiteralPath $key }
                }
                Remove-Before -Context $Context -Name $name
            }
        }
    }
}
