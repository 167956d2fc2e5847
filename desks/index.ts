/** The desks: a role's start and navigation over the same objects. A desk is one data file and one line here. */
import type { Desk } from '#platform/domain';
import { accountManager } from './account-manager.ts';
import { administrator } from './administrator.ts';
import { agent } from './agent.ts';
import { analyst } from './analyst.ts';
import { callAgent } from './call-agent.ts';
import { chatAgent } from './chat-agent.ts';
import { clientReader } from './client-reader.ts';
import { clientViewer } from './client-viewer.ts';
import { experience } from './experience.ts';
import { guest } from './guest.ts';
import { knowledgeOwner } from './knowledge-owner.ts';
import { manager } from './manager.ts';
import { people } from './people.ts';
import { planner } from './planner.ts';
import { reviewer } from './reviewer.ts';
import { saveDesk } from './save-desk.ts';
import { senior } from './senior.ts';
import { socialCare } from './social-care.ts';
import { specialist } from './specialist.ts';
import { success } from './success.ts';
import { teamLeader } from './team-leader.ts';
import { technical } from './technical.ts';

export const desks: readonly Desk[] = [
  agent,
  specialist,
  chatAgent,
  callAgent,
  technical,
  senior,
  teamLeader,
  manager,
  analyst,
  experience,
  success,
  accountManager,
  saveDesk,
  socialCare,
  knowledgeOwner,
  planner,
  people,
  reviewer,
  guest,
  clientViewer,
  clientReader,
  administrator,
];
