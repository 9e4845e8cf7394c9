/**
 * The device's own lock (fingerprint, face, screen lock) as a key: WebAuthn's PRF extension answers the same 32 bytes to the same salt, and only
 * after the device has been opened by its owner. Nothing is signed in with it and the server hears nothing of it.
 */
export async function hasDeviceLock(): Promise<boolean> {
  const kind = globalThis.PublicKeyCredential as
    | (typeof PublicKeyCredential & { getClientCapabilities?: () => Promise<Record<string, boolean>> })
    | undefined
  try {
    const can = await kind?.getClientCapabilities?.()
    return Boolean(can?.['extension:prf']) && Boolean(await kind?.isUserVerifyingPlatformAuthenticatorAvailable())
  } catch {
    return false
  }
}

/** `undefined` when the person said no, or the device gives no such key after all. */
export async function makePasskey(
  salt: Uint8Array<ArrayBuffer>,
): Promise<{ credentialId: ArrayBuffer; secret: ArrayBuffer } | undefined> {
  const made = await asked(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        // The device's own list of passkeys shows these: no name of ours, nor of theirs.
        rp: { name: location.hostname },
        user: { id: crypto.getRandomValues(new Uint8Array(16)), name: 'App lock', displayName: 'App lock' },
        pubKeyCredParams: [
          { type: 'public-key', alg: -7 },
          { type: 'public-key', alg: -257 },
        ],
        authenticatorSelection: {
          authenticatorAttachment: 'platform',
          userVerification: 'required',
          residentKey: 'discouraged',
        },
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  )
  if (!made?.getClientExtensionResults().prf?.enabled) return undefined
  // Some say the key at once; others only when they are asked for it.
  const secret = secretIn(made) ?? (await askPasskey(made.rawId, salt))
  return secret && { credentialId: made.rawId, secret }
}

export async function askPasskey(
  credentialId: ArrayBuffer,
  salt: Uint8Array<ArrayBuffer>,
): Promise<ArrayBuffer | undefined> {
  const given = await asked(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        allowCredentials: [{ type: 'public-key', id: credentialId, transports: ['internal'] }],
        userVerification: 'required',
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  )
  return given && secretIn(given)
}

async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential | undefined> {
  try {
    return ((await ask()) as PublicKeyCredential | null) ?? undefined
  } catch {
    return undefined
  }
}

function secretIn(credential: PublicKeyCredential): ArrayBuffer | undefined {
  const first = credential.getClientExtensionResults().prf?.results?.first
  if (!first) return undefined
  const bytes = ArrayBuffer.isView(first) ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength) : first
  return new Uint8Array(bytes as ArrayBuffer).slice().buffer
}
