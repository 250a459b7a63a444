import type { PrinterConnection } from '../connection/printer-connection.ts';
import type { Replies } from '../connection/replies.ts';
import type { Reply } from './replies.ts';

export type EscposConnection = PrinterConnection & Replies<Reply>;
