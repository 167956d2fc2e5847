import { Component, type ReactElement, type ReactNode, Suspense, useLayoutEffect } from 'react';
import { holdKeys } from './held-keys.ts';

interface Props {
  readonly children: ReactNode;
  readonly fallback?: ReactNode;
  /** A key or a press asked for it: what is typed while it comes is meant for its field. */
  readonly isAsked?: boolean;
}

/**
 * A lazy part of a screen: it is missing while it comes, and where it cannot be fetched (no connection); the rest of the
 * screen goes on. A mistake of ours is not hidden.
 */
export class Part extends Component<Props, { readonly error: Error | null }> {
  override readonly state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error): { readonly error: Error } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    const { children, fallback = null, isAsked } = this.props;
    if (error === null)
      return <Suspense fallback={isAsked ? <HeldKeys>{fallback}</HeldKeys> : fallback}>{children}</Suspense>;
    if (!/import|fetch/iu.test(error.message)) throw error;
    return fallback;
  }
}

/** Stands where the part will be. From the very frame on: the next key comes at once. */
function HeldKeys(props: { readonly children: ReactNode }): ReactElement {
  useLayoutEffect(() => holdKeys(document), []);
  return <>{props.children}</>;
}
