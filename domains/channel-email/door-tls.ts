import { readFileSync } from 'node:fs';
import type { Tools } from '#platform/domain';

/** How often the files are looked at again, in milliseconds: certificates are renewed while we run. */
const lookAgainMs = 3_600_000;

/** A certificate and its key, as text. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Reads them; what cannot be read stops the start, in words: a door that was to be closed to listeners never opens to them. */
export function readCertificate(files: { certFile: string; keyFile: string }): Certificate {
  const read = (setting: string, file: string): string => {
    try {
      return readFileSync(file, 'utf8');
    } catch (error) {
      throw new Error(`${setting} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}`, {
        cause: error,
      });
    }
  };
  return { cert: read('SMTP_DOOR_CERT', files.certFile), key: read('SMTP_DOOR_KEY', files.keyFile) };
}

/** Gives the door a renewed certificate; one that cannot be read leaves the one that holds. */
export function followCertificate(
  tools: Tools,
  files: { certFile: string; keyFile: string },
  use: (certificate: Certificate) => void,
): { stop(): void } {
  const timer = setInterval(() => {
    try {
      use(readCertificate(files));
    } catch (error) {
      tools.log.warn({ problem: String(error) }, 'The certificate of the mail door could not be read again');
    }
  }, lookAgainMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
