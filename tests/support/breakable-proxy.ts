import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be cut, or fall silent, at any moment. */
export interface BreakableProxy {
  readonly port: number;
  /** Cuts every connection that runs through it; how many there were. */
  cut(): number;
  /** While set nothing is carried in either direction, and nobody is told. */
  setSilent(isSilent: boolean): void;
  /** While set every connection is cut, also new ones. */
  refuse(isRefusing: boolean): void;
  stop(): Promise<void>;
}

/** Opens one on loopback, to a port of this machine. */
export async function startBreakableProxy(targetPort: number): Promise<BreakableProxy> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let isSilent = false;
  let isRefusing = false;
  const server = createServer((near) => {
    if (isRefusing) return void near.destroy();
    const far = connect(targetPort, '127.0.0.1');
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('error', () => undefined);
      from.on('data', (chunk) => void to.write(chunk));
      from.on('close', () => {
        to.destroy();
        pairs.delete(pair);
      });
      if (isSilent) from.pause();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = (): number => {
    const count = pairs.size;
    for (const [near, far] of pairs) {
      near.destroy();
      far.destroy();
    }
    return count;
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    setSilent(silent) {
      isSilent = silent;
      for (const socket of [...pairs].flat()) {
        if (silent) socket.pause();
        else socket.resume();
      }
    },
    refuse(refusing) {
      isRefusing = refusing;
      if (refusing) cut();
    },
    stop: () =>
      new Promise((resolve) => {
        cut();
        server.close(() => resolve());
      }),
  };
}
