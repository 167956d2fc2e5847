import { Component, type ReactNode, Suspense } from 'react';

interface Props {
  readonly children: ReactNode;
  readonly fallback?: ReactNode;
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
    const { children, fallback = null } = this.props;
    if (error === null) return <Suspense fallback={fallback}>{children}</Suspense>;
    if (!/import|fetch/iu.test(error.message)) throw error;
    return fallback;
  }
}
