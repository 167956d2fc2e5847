/**
 * What our cookies begin with. Behind https with the prefix by which a browser takes them from this very host alone,
 * never over plain http and never for its sisters: nobody puts one of theirs under a name of ours.
 */
export function cookiePrefix({ publicUrl }: { readonly publicUrl: string }): string {
  return publicUrl.startsWith('https:') ? '__Host-rapport' : 'rapport';
}
