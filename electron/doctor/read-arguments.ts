import { doctorChecks, type DoctorCheck } from '../../domain/doctor-report.ts';
import { err, ok, type Result } from '../../domain/result.ts';

export interface DoctorArguments {
  readonly asJson: boolean;
  readonly prints: boolean;
  readonly isInteractive: boolean;
  /** Empty for all of them. */
  readonly only: readonly DoctorCheck[];
  /** The kiosk's own options, which come with them. */
  readonly rest: readonly string[];
}

/** The reason is a sentence. */
export function readDoctorArguments(argv: readonly string[]): Result<DoctorArguments, string> {
  const only: DoctorCheck[] = [];
  const rest: string[] = [];
  const switches = new Set<string>();
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (word === '--json' || word === '--no-print' || word === '--interactive') switches.add(word);
    else if (word === '--only' || word.startsWith('--only=')) {
      const name = word === '--only' ? (argv[(at += 1)] ?? '') : word.slice('--only='.length);
      if (!isCheck(name)) return err(`--only: "${name}" is no check. The checks are ${doctorChecks.join(', ')}.`);
      only.push(name);
    } else rest.push(word);
  }
  const has = (name: string) => switches.has(name);
  return ok({ asJson: has('--json'), prints: !has('--no-print'), isInteractive: has('--interactive'), only, rest });
}

function isCheck(name: string): name is DoctorCheck {
  return (doctorChecks as readonly string[]).includes(name);
}
