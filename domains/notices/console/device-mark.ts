const place = 'rapport.push';

/** Remembers for whom this browser shows notices, so that it adds itself again for nobody else. */
export function markDevice(teammateId: string): void {
  localStorage.setItem(place, teammateId);
}

/** Whether this browser showed notices for this teammate before. */
export function isMarkedFor(teammateId: string): boolean {
  return localStorage.getItem(place) === teammateId;
}
