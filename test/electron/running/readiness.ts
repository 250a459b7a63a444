const ready = Promise.withResolvers<undefined>();
let isReady = false;

export function isAppReady(): boolean {
  return isReady;
}

export function whenAppReady(): Promise<undefined> {
  return ready.promise;
}

export function becomeReady(): void {
  isReady = true;
  ready.resolve(undefined);
}
