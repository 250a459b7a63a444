import { z } from 'zod';
import { writtenForms } from './option-values.ts';
import { describeOption, optionNames, optionsSchema, toEnvironmentName, toFlag, type OptionName } from './options.ts';

/** JSON Schema (2020-12) of kiosk.json, for editors that check while one types: every option, with what `--help` says of it. */
export function createKioskFileSchema(): Record<string, unknown> {
  const properties = optionNames.map((name) => [name, describeKey(name)] as const);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'kiosk.json of Foyer',
    description: 'What one kiosk is told. Comments and a comma after the last entry are allowed.',
    type: 'object',
    properties: {
      $schema: { type: 'string', description: 'Where this schema lies.' },
      ...Object.fromEntries(properties),
    },
    additionalProperties: false,
  };
}

function describeKey(name: OptionName): Record<string, unknown> {
  const { schema, byDefault } = unwrap(optionsSchema.shape[name]);
  const written = writtenForms.get(schema) ?? z.unknown();
  const { $schema: _dialect, ...form } = z.toJSONSchema(written, { io: 'input', unrepresentable: 'any' });
  const { help, without } = describeOption(name);
  return {
    description: [
      help,
      ...(without === undefined ? [] : [`Otherwise ${without}.`]),
      `Also --${toFlag(name)} and ${toEnvironmentName(name)}.`,
    ].join(' '),
    ...form,
    ...(byDefault !== undefined && { default: byDefault }),
  };
}

/** The value's own schema, and what stands for it when it is not given. */
export function unwrap(schema: z.core.$ZodType): { schema: z.core.$ZodType; byDefault?: unknown } {
  if (schema instanceof z.ZodDefault) return { ...unwrap(schema.unwrap()), byDefault: schema.def.defaultValue };
  return schema instanceof z.ZodOptional ? unwrap(schema.unwrap()) : { schema };
}
