/** Fetching what an operator named, from the public internet alone: no address of the house's own network is reached. */
export { fetchOutside, type OutsideOptions, OutsideRefused, type OutsideText } from './fetch-outside.ts';
export { askOutside, isAllowedInside, type OutsideAsk, PrivateAddress, WithoutTls } from './ask-outside.ts';
export { reachMailHost, type Reached } from './reach-mail-host.ts';
export { isPublicAddress } from './public-address.ts';
export { outsideUrl } from './outside-url.ts';
