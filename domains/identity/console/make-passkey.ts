/** Whether this browser can keep a passkey for this address: it needs TLS (or this machine) and a name, not a number. */
export function mayHavePasskeys(): boolean {
  const isNumber = /^\d+(\.\d+){3}$|^\[/u.test(location.hostname);
  return isSecureContext && !isNumber && 'PublicKeyCredential' in globalThis;
}

/** Lets the device make a passkey; null where its owner turned away, or it has one for this account already. */
export async function makePasskey(options: Readonly<Record<string, unknown>>): Promise<Record<string, unknown> | null> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as never);
  const made = await navigator.credentials.create({ publicKey }).catch(() => null);
  return made === null ? null : { ...(made as PublicKeyCredential).toJSON() };
}

/** Lets the device show a passkey it has; null where its owner turned away, or it has none for this address. */
export async function showPasskey(options: Readonly<Record<string, unknown>>): Promise<Record<string, unknown> | null> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as never);
  const shown = await navigator.credentials.get({ publicKey }).catch(() => null);
  return shown === null ? null : { ...(shown as PublicKeyCredential).toJSON() };
}
