/** See set-up.mjs. */
export const root: string;
export interface Tools {
  readonly root: string;
  readonly node: string;
}
export function setUp(): Promise<Tools & { readonly environment: NodeJS.ProcessEnv }>;
export function buildRenderer(tools: Tools): Promise<void>;
export function buildElectron(tools: Tools): Promise<void>;
export function runCommand(command: () => Promise<number>): Promise<void>;
