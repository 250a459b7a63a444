/** What systemd would run, and how, of what a unit file says. */
export interface UnitCommand {
  readonly command: readonly string[];
  readonly user: string;
  readonly supplementaryGroups: readonly string[];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Octal. */
  readonly umask: string;
  readonly hasNoNewPrivileges: boolean;
}

/** Takes the plain forms that our own units use. @see systemd.exec(5), systemd.service(5) */
export function readUnit(content: string): UnitCommand {
  const values = (key: string) =>
    content
      .split('\n')
      .filter((line) => line.startsWith(`${key}=`))
      .map((line) => line.slice(key.length + 1).trim());
  const one = (key: string) => {
    const value = values(key).at(-1);
    if (value === undefined || value === '') throw new Error(`The unit has no ${key}=.`);
    return value;
  };
  const assignments = values('Environment').flatMap((line) => line.split(/\s+/u));
  return {
    command: one('ExecStart').split(/\s+/u),
    user: one('User'),
    supplementaryGroups: values('SupplementaryGroups').flatMap((line) => line.split(/\s+/u)),
    folder: one('WorkingDirectory'),
    environment: Object.fromEntries(
      assignments.map((assignment) => {
        const [name = '', ...value] = assignment.split('=');
        return [name, value.join('=')];
      }),
    ),
    umask: one('UMask'),
    hasNoNewPrivileges: values('NoNewPrivileges').at(-1) === 'yes',
  };
}
