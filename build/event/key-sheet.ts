const columns = 3;

/** How many characters of the public key the paper shows: enough to tell two events' papers apart. */
export const shownKeyLength = 8;

/** A page of plain text to print and lock away: all that is needed to have the private key again. */
export function writeKeySheet(key: { event: string | null; publicKey: string; words: readonly string[] }): string {
  const rows = Math.ceil(key.words.length / columns);
  const lines = Array.from({ length: rows }, (_, row) =>
    key.words
      .map((word, at) => `${String(at + 1).padStart(4)}. ${word.padEnd(12)}`)
      .filter((_word, at) => at % rows === row)
      .join('')
      .trimEnd(),
  );
  const rule = '-'.repeat(60);
  return [
    rule,
    'FOYER: THE EVENT’S KEY ON PAPER',
    '',
    `Event:       ${key.event ?? '________________________________'}`,
    `Public key:  ${key.publicKey.slice(0, shownKeyLength)}…  ("sealingKey" in event.json begins so)`,
    '',
    ...lines,
    '',
    'Whoever has these words can read every registration. Lock this',
    'page away, apart from the computers, and destroy it when the',
    'registrations are destroyed.',
    '',
    'Key file lost, or its passphrase? This makes a new file:',
    '  npm run event -- restore --out my-event-key.json',
    'It asks for the words in the order of their numbers.',
    rule,
  ].join('\n');
}
