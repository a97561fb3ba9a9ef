/** The data that the global setup leaves for the global teardown, which jest runs in the same process. */
export interface Shared {
  postgres?: { readonly dataDir: string; stop?(): Promise<void> };
}

const key = Symbol.for('leadspec test run');
const holder = globalThis as unknown as Record<symbol, Shared | undefined>;
holder[key] ??= {};
export const shared: Shared = holder[key];
