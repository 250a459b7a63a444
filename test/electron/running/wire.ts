import { parse, stringify } from 'devalue';

/**
 * DevTools carries strings between page and host. What Electron carries is a structured clone; so each side clones first, which refuses
 * what Electron refuses, and writes the clone as text. Runs in the host and in the page.
 */
export function toText(value: unknown): string {
  return stringify(cloneOrRefuse(value), {
    Error: (each: unknown) => each instanceof Error && { name: each.name, message: each.message, stack: each.stack },
  });
}

export function fromText(text: string): unknown {
  return parse(text, {
    Error: (each: { message: string }) => Object.assign(new Error(each.message), each),
  });
}

/** @throws with Electron's words */
function cloneOrRefuse(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    throw new Error('An object could not be cloned.');
  }
}
