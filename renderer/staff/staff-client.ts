import type { GoLiveReason } from '../../domain/doctor-report.ts';
import type { KioskGate } from '../../domain/kiosk-gate.ts';
import type { PrinterReport } from '../../domain/printer-report.ts';
import type { JobOutcome, PrintCopy, PrintDocument } from '../../domain/print-job.ts';
import type { KioskOrder } from '../../domain/protocol/kiosk-report.ts';
import type {
  SignInRefusal,
  StaffAnswer,
  StaffCall,
  StaffInput,
  StaffRefusal,
} from '../../domain/protocol/staff-calls.ts';
import type { Raster } from '../../domain/raster.ts';
import type { Result } from '../../domain/result.ts';
import type { Credentials, Staff } from '../../domain/staff/staff-member.ts';

/** `hub`: everything that the role may. `local`: the kiosk let them in by itself because its hub is out of reach; only what it does by itself is there. */
export type StaffScope = 'hub' | 'local';

export interface SignedIn {
  readonly staff: Staff;
  readonly scope: StaffScope;
  /** Seconds without `touch` after which it ends by itself. */
  readonly idleSeconds: number;
}

export interface SignInFailure {
  readonly reason: SignInRefusal;
  /** Whole seconds before the next try; null unless `reason` is `wait`. */
  readonly waitSeconds: number | null;
}

/** Why staff mode ended without being asked to. */
export type StaffEnd = 'idle' | 'signed-out';

/** What staff ask of a printer of the kiosk they stand at. The orders of the hub without their id, and without the sheets. */
export type PrinterCommand = {
  readonly [Kind in PrinterCommandKind]: Omit<Extract<KioskOrder, { kind: Kind }>, 'id'>;
}[PrinterCommandKind];
type PrinterCommandKind = 'pause' | 'resume' | 'move' | 'paper-changed';

export interface LocalPrint {
  /** Id of one of `list`'s printers. */
  readonly printer: string;
  readonly document: PrintDocument;
  readonly copy: PrintCopy;
  readonly raster: Raster;
}

/** The kiosk that staff stand at, without its hub. */
export interface LocalKiosk {
  /** Its name, as `kiosks` has it. */
  readonly kiosk: string;
  readGate(): Promise<KioskGate>;
  /** A supervisor's word. @returns whether the kiosk took it */
  goLive(reason: GoLiveReason): Promise<boolean>;
  /** Its printers. */
  list(): Promise<readonly PrinterReport[]>;
  /** @returns whether the kiosk did it */
  command(order: PrinterCommand): Promise<boolean>;
  /** Resolves when the sheet is out, or is known not to come, or nobody can know. */
  print(request: LocalPrint): Promise<JobOutcome>;
}

/** What the staff app needs of the world: in a kiosk the bridge, in a browser the hub that served the page. */
export interface StaffClient {
  readonly place: 'kiosk' | 'browser';
  signIn(credentials: Credentials): Promise<Result<SignedIn, SignInFailure>>;
  signOut(): Promise<void>;
  call<Name extends StaffCall>(name: Name, input: StaffInput<Name>): Promise<Result<StaffAnswer<Name>, StaffRefusal>>;
  /** Null in a browser. */
  readonly local: LocalKiosk | null;
  /** Somebody is still there. */
  touch(): void;
  /**
   * Calls when the session is over, by itself or at the hub; not after `signOut`.
   * @returns to listen no more
   */
  onEnded(listener: (end: StaffEnd) => void): () => void;
}
