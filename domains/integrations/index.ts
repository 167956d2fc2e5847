import type { Domain } from '#platform/domain';
import { externalRefsOf, forgetExternalRefs } from './external-refs.ts';

export {
  externalRefsOf,
  findByExternalRef,
  forgetExternalRefs,
  rememberExternalRef,
  type ExternalName,
  type ExternalRef,
} from './external-refs.ts';

export const integrations: Domain = {
  name: 'integrations',
  needs: ['identity'],
  personalData: {
    export: async (ctx, customerId) => ({ elsewhere: await externalRefsOf(ctx, 'customer', customerId) }),
    erase: async (ctx, customerId) => ({ external_refs: await forgetExternalRefs(ctx, 'customer', customerId) }),
  },
};
