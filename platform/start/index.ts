export { boundHeap } from './bound-heap.ts';
export { AlreadyRunning, beginningOf, type Holder, type Lock, lockHolder, processLives, takeLock } from './lock.ts';
export { newSteps, type Progress, type Steps, seconds, type Terminal } from './steps.mjs';
export { newStopping, type Stopping, stopOnSignals } from './stop.ts';
