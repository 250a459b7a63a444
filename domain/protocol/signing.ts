import { createHash, sign, verify, type KeyObject } from 'node:crypto';
import { createSignatureSync, isSignatureError, verifySignature, type RequestDescriptor } from 'http-message-sig';
import { err, ok, type Result } from '../result.ts';

/**
 * What a kiosk signs of each request (RFC 9421). The host is not in it, because a hub has several addresses and TLS is pinned to its key;
 * nor is the time, because a kiosk's clock may be a day off. A request sent twice does no harm: each of them is idempotent.
 */
const components = ['@method', '@path', '@query', 'content-digest'];
const algorithm = 'ed25519';
const label = 'foyer';

/** The header fields that carry a signature, in lower case. */
export interface SignatureHeaders {
  /** RFC 9530, SHA-256 of the body, of an empty one too. */
  readonly 'content-digest': string;
  readonly 'signature-input': string;
  readonly signature: string;
}

interface SignedRequest {
  readonly method: string;
  /** Path and query as they are sent: `/v1/feed?cursor=a`. */
  readonly path: string;
  /** As it is sent, before any content coding. */
  readonly body: Uint8Array | string;
}

/** @param request with the kiosk's name as `keyId` and its Ed25519 key */
export function signRequest(
  request: SignedRequest & { readonly keyId: string; readonly privateKey: KeyObject },
): SignatureHeaders {
  const { keyId, privateKey } = request;
  const digest = digestOf(request.body);
  const { signature, signatureInput } = createSignatureSync(describe(request, [['content-digest', digest]]), {
    label,
    components,
    parameters: { keyid: keyId, alg: algorithm },
    signer: { algorithm, sign: (bytes) => new Uint8Array(sign(null, bytes, privateKey)) },
  });
  return { 'content-digest': digest, 'signature-input': signatureInput, signature };
}

/** `unsigned`: a field is missing. `wrong-signature`: any of the signed parts was changed, or another key signed. */
export type SignatureFault = 'unsigned' | 'unknown-key' | 'wrong-signature';

/**
 * @param findKey the Ed25519 public key of a name that is not to be trusted yet; null when there is none
 * @returns the name that signed
 */
export async function verifyRequest(
  request: SignedRequest & { readonly headers: Readonly<Record<string, string | string[] | undefined>> },
  findKey: (keyId: string) => Promise<KeyObject | null> | KeyObject | null,
): Promise<Result<string, SignatureFault>> {
  const { headers, body } = request;
  const names = ['content-digest', 'signature-input', 'signature'] as const;
  const fields = names.map((name) => [name, headers[name]] as const);
  if (!fields.every(hasValue)) return err('unsigned');
  if (headers['content-digest'] !== digestOf(body)) return err('wrong-signature');
  const asked = { isKnown: true };
  try {
    const verified = await verifySignature(describe(request, fields), {
      label,
      policy: { algorithms: [algorithm], requiredComponents: components, requiredParameters: ['keyid', 'alg'] },
      resolveVerifier: async ({ parameters }) => {
        const key = await findKey(parameters.keyid ?? '');
        asked.isKnown = key !== null;
        return { algorithm, verify: (bytes, signature) => key !== null && verify(null, bytes, key, signature) };
      },
    });
    return ok(verified.parameters.keyid ?? '');
  } catch (error) {
    // What `findKey` itself throws is not the kiosk's fault.
    if (!isSignatureError(error) || error.code === 'ResolverFailed') throw error;
    return err(asked.isKnown ? 'wrong-signature' : 'unknown-key');
  }
}

function hasValue<Name extends string>(
  field: readonly [Name, string | string[] | undefined],
): field is readonly [Name, string] {
  return typeof field[1] === 'string';
}

function digestOf(body: Uint8Array | string): string {
  return `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
}

/** The host name is a placeholder: no signed component depends on it. */
function describe({ method, path }: SignedRequest, fields: readonly (readonly [string, string])[]): RequestDescriptor {
  const targetUri = `https://hub.invalid${path}`;
  return { kind: 'request', method, targetUri, fields: fields.map(([name, value]) => ({ name, value })) };
}
