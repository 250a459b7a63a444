# Installs a Foyer kiosk from this stick, without internet and without a question, as administrator:
#   powershell -ExecutionPolicy Bypass -File install.ps1 [-Fingerprint SHA256:…]
# kiosk.json beside it is taken as the kiosk's configuration.
param([string]$Fingerprint = '')
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot

if (Test-Path SHA256SUMS.sig) {
    $said = cmd /c 'ssh-keygen -Y verify -f allowed-signers -I foyer -n foyer-release -s SHA256SUMS.sig < SHA256SUMS 2>&1'
    if ($LASTEXITCODE -ne 0) { throw 'The signature of this stick is wrong, or ssh-keygen is missing. Nothing was installed.' }
    Write-Output $said
    if ($Fingerprint -and -not ("$said".Contains($Fingerprint))) {
        throw "The stick was not signed with the key $Fingerprint. Nothing was installed."
    }
} elseif ($Fingerprint) { throw 'This stick is not signed. Nothing was installed.' }
foreach ($line in Get-Content SHA256SUMS) {
    $sum, $file = $line -split '  ', 2
    if ((Get-FileHash -Algorithm SHA256 -LiteralPath $file).Hash -ne $sum) { throw "$file is damaged. Nothing was installed." }
}

$installer = Get-ChildItem 'Foyer-*-win-x64.exe' | Select-Object -First 1
if (-not $installer) { throw 'This stick has no installer for Windows.' }
$data = Join-Path $env:ProgramData 'Foyer'
if (Test-Path kiosk.json) {
    New-Item -ItemType Directory -Force $data | Out-Null
    Copy-Item kiosk.json (Join-Path $data 'kiosk.json') -Force
    # Whoever the kiosk's user will be: without it each reads a kiosk.json of their own.
    [Environment]::SetEnvironmentVariable('FOYER_CONFIG', (Join-Path $data 'kiosk.json'), 'Machine')
}
$run = Start-Process -FilePath $installer.FullName -ArgumentList '/S' -Wait -PassThru
if ($run.ExitCode -ne 0) { throw "The installer ended with $($run.ExitCode)." }
Write-Output 'Installed.'
