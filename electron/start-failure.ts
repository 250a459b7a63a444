/** Why a host does not start: what a technician can put right. The message says what to do. */
export interface StartFailure {
  readonly code:
    | 'data-folder'
    | 'journal'
    | 'kiosk-key'
    | 'pack'
    | 'kiosk'
    | 'sealing-key'
    | 'enrolment'
    | 'no-event'
    | 'window'
    | 'update';
  readonly message: string;
}
