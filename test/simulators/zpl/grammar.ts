/** One command of the stream, as the printer takes it off its receive buffer. */
export interface ZplCommand {
  /** `^XA`, `~HS`, `getvar`; `text` outside of any command; or `unknown`. */
  readonly name: string;
  readonly parameters: string;
  readonly length: number;
}

/** These act as soon as their letters are there. */
const withoutParameters = new Set(['^XA', '^XZ', '^FS', '~HS', '~HI', '~HM', '~HD', '~JA', '~JX', '~PS', '~PP', '~JR']);

/** These take so many letters and wait for nothing after them. */
const fixedParameters: Record<string, number> = { '~HQ': 2 };

/** The rest of what a Zebra printer knows (ZPL II Programming Guide, "ZPL Commands"), without what only draws RFID or talks to networks. */
const known = new Set(
  (
    '^A0 ^A@ ^B0 ^B1 ^B2 ^B3 ^B7 ^BC ^BE ^BQ ^BX ^BY ^CC ^CD ^CF ^CI ^CN ^CO ^CT ^CV ^CW ^DF ^EG ^FB ^FC ^FD ^FH ^FM ^FN ^FO ^FP ^FR ^FT ' +
    '^FV ^FW ^FX ^GB ^GC ^GD ^GE ^GF ^GS ^HH ^HV ^HW ^HZ ^ID ^IL ^IM ^IS ^JB ^JJ ^JM ^JS ^JT ^JU ^JW ^JZ ^KD ^KL ^KN ^KP ^LH ^LL ^LR ' +
    '^LS ^LT ^MC ^MD ^MF ^ML ^MM ^MN ^MP ^MT ^MU ^MW ^PF ^PH ^PM ^PN ^PO ^PP ^PQ ^PR ^PW ^SC ^SD ^SE ^SF ^SN ^SP ^SQ ^SR ^SS ^ST ^SX ' +
    '^SZ ^TO ^WD ^XB ^XF ^XG ^XS ~CC ~CD ~CT ~DB ~DE ~DG ~DN ~DS ~DT ~DU ~DY ~EG ~HB ~HU ~JB ~JC ~JD ~JE ~JF ~JG ~JI ~JL ~JN ~JO ~JP ' +
    '~JQ ~JS ~KB ~PH ~PM ~PR ~RO ~SD ~TA ~WC ~WQ'
  ).split(' '),
);

const isSpace = (letter: string | undefined): boolean => letter !== undefined && /[\s\0]/u.test(letter);

/**
 * The command at the front of what came in, one character a byte, or null while it is not all there. White space between commands is
 * part of none; what no Zebra printer knows comes out as `unknown`.
 */
export function takeCommand(stream: string): ZplCommand | null {
  let at = 0;
  while (isSpace(stream[at])) at += 1;
  const front = stream.slice(at, at + 3);
  if (front === '') return at > 0 ? { name: 'space', parameters: '', length: at } : null;
  if (front.startsWith('!')) return takeSetting(stream, at);
  if (!/^[\^~]/u.test(front)) return { name: 'text', parameters: '', length: at + lengthOfRest(stream.slice(at)) };
  if (front.length < 3) return null;
  const letters = front.toUpperCase();
  const name = /^\^A[0-9A-Z@]$/u.test(letters) ? '^A@' : letters;
  if (withoutParameters.has(name)) return { name, parameters: '', length: at + 3 };
  const count = fixedParameters[name];
  if (count !== undefined) {
    const end = at + 3 + count;
    return stream.length < end ? null : { name, parameters: stream.slice(at + 3, end).toUpperCase(), length: end };
  }
  if (name === '^GF') return takeGraphicField(stream, at);
  const rest = stream.slice(at + 3);
  const end = rest.search(/[\^~]/u);
  if (end === -1) return null;
  return { name: known.has(name) ? name : 'unknown', parameters: rest.slice(0, end).trimEnd(), length: at + 3 + end };
}

/** Data of `^GFB` and `^GFC` are counted bytes, in which anything may stand; those of `^GFA` end at the next command. */
function takeGraphicField(stream: string, at: number): ZplCommand | null {
  const head = /^([AC]|B),(\d+),(\d+),(\d+),/iu.exec(stream.slice(at + 3, at + 60));
  const rest = stream.slice(at + 3);
  const next = rest.search(/[\^~]/u);
  if (head?.[1]?.toUpperCase() === 'B') {
    const count = head[0].length + Number(head[2]);
    return rest.length < count ? null : { name: '^GF', parameters: rest.slice(0, count), length: at + 3 + count };
  }
  return next === -1 ? null : { name: '^GF', parameters: rest.slice(0, next).trimEnd(), length: at + 3 + next };
}

/** `! U1 getvar "name"`, to the end of its line. */
function takeSetting(stream: string, at: number): ZplCommand | null {
  const end = stream.indexOf('\n', at);
  if (end === -1) return null;
  const match = /^! U1 (getvar|setvar|do) (.+)$/u.exec(stream.slice(at, end).trimEnd());
  return { name: match?.[1] ?? 'unknown', parameters: match?.[2] ?? '', length: end + 1 };
}

function lengthOfRest(text: string): number {
  const end = text.search(/[\^~!]/u);
  return end === -1 ? text.length : Math.max(end, 1);
}
