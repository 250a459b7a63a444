import { unwrap } from './kiosk-file-schema.ts';
import { describeOption, optionNames, optionsSchema, toEnvironmentName, toFlag, type OptionName } from './options.ts';

const head = `// kiosk.json: what one Foyer kiosk is told. Every key may be left out; take away the // before one to set it.
// \`foyer check-config kiosk.json\` says what is wrong with this file, all at once.
//
// A flag wins over the environment variable, that over this file, that over what the hub tells this kiosk
// (\`npm run hub -- kiosk\`), and that over the default. A path starts from this file's folder.
// On Windows write each backslash twice (C:\\\\Foyer), or a slash in its place (C:/Foyer).`;

/** Columns that a comment may take. */
const width = 110;

/**
 * kiosk.json with every key and what \`--help\` says of it, all of them comments but one: \`hub\` is \`ask\`, so that a kiosk that was
 * just installed asks for its enrolment code. It is what installers put in place.
 */
export function writeKioskFileExample(): string {
  const keys = optionNames.map((name) => {
    const entry = `${JSON.stringify(name)}: ${write(exampleOf(name))},`;
    return [...comment(describe(name)), ...(name === 'hub' ? indent(entry) : comment(entry, { isFolded: false }))];
  });
  const schema = [
    ...comment('Editors that know JSON Schema check this file by it while you type.'),
    ...indent('"$schema": "./kiosk.schema.json",'),
  ];
  return [
    head,
    '{',
    ...[schema, ...keys]
      .map((lines) => lines.join('\n'))
      .flatMap((text) => [text, ''])
      .slice(0, -1),
    '}',
    '',
  ].join('\n');
}

/** @throws when an option has neither example nor default: give it one in options.ts */
function exampleOf(name: OptionName): unknown {
  const { example } = describeOption(name);
  const value = example ?? unwrap(optionsSchema.shape[name]).byDefault;
  if (value === undefined) throw new Error(`the option ${name} needs an example`);
  return value;
}

/** On one line what has room on one. */
function write(value: unknown, inset = ''): string {
  const line = JSON.stringify(value)
    .replace(/(?<=[,:])(?=["[{])/g, ' ')
    .replace(/\{(?=")/g, '{ ')
    .replace(/\}/g, ' }');
  if (typeof value !== 'object' || value === null || inset.length + line.length < width) return line;
  const inner = `${inset}  `;
  const entries = Array.isArray(value)
    ? value.map((each) => write(each, inner))
    : Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}: ${write(each, inner)}`);
  const [begin, end] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${begin}\n${entries.map((entry) => `${inner}${entry}`).join(',\n')}\n${inset}${end}`;
}

function describe(name: OptionName): string {
  const { help, without, takes } = describeOption(name);
  const also = `--${toFlag(name)}${takes === undefined ? '' : ` ${takes}`}, ${toEnvironmentName(name)}`;
  return `${help}${without === undefined ? '' : ` Otherwise ${without}.`} (${also})`;
}

function comment(text: string, { isFolded } = { isFolded: true }): string[] {
  return (isFolded ? fold(text) : text.split('\n')).map((line) => `  // ${line}`);
}

function indent(text: string): string[] {
  return text.split('\n').map((line) => `  ${line}`);
}

function fold(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
