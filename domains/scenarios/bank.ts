import { english, type Language, type Scenario, spanish } from '#science/practice';
import { angryOutage } from './bank/angry-outage.ts';
import { b2bRenewal } from './bank/b2b-renewal.ts';
import { callbackPromise } from './bank/callback-promise.ts';
import { citaCambiada } from './bank/cita-cambiada.ts';
import { confusedCaller } from './bank/confused-caller.ts';
import { doubleCharge } from './bank/double-charge.ts';
import { explainSimply } from './bank/explain-simply.ts';
import { honestCancel } from './bank/honest-cancel.ts';
import { hotBattery } from './bank/hot-battery.ts';
import { lateParcel } from './bank/late-parcel.ts';
import { pedidoTarde } from './bank/pedido-tarde.ts';
import { privacyTrap } from './bank/privacy-trap.ts';
import { publicComplaint } from './bank/public-complaint.ts';
import { refundWindow } from './bank/refund-window.ts';
import { secondLanguage } from './bank/second-language.ts';
import { stepFreeRoom } from './bank/step-free-room.ts';
import { twoSurnames } from './bank/two-surnames.ts';
import { upsellRefused } from './bank/upsell-refused.ts';

/** The skills that talking shows, by the ids the careers catalogue has for them. */
export const practisedSkills = [
  'empathy',
  'active-listening',
  'communication',
  'problem-solving',
  'collaboration',
  'negotiation',
  'crisis-handling',
  'cultural-awareness',
  'product-knowledge',
  'privacy-security',
  'languages',
] as const;

/** The scenarios that come with the house, easy ones first. */
export const bank: readonly Scenario[] = [
  lateParcel,
  doubleCharge,
  upsellRefused,
  pedidoTarde,
  refundWindow,
  confusedCaller,
  honestCancel,
  stepFreeRoom,
  secondLanguage,
  twoSurnames,
  citaCambiada,
  explainSimply,
  callbackPromise,
  privacyTrap,
  angryOutage,
  publicComplaint,
  hotBattery,
  b2bRenewal,
];

const languages: Readonly<Record<string, Language>> = { en: english, es: spanish };

/** A scenario of the bank by its id. */
export function scenarioOf(id: string): Scenario | undefined {
  return bank.find((scenario) => scenario.id === id);
}

/** The word list of a scenario's language. */
export function languageOf(scenario: Scenario): Language {
  const language = languages[scenario.lang];
  if (!language) throw new Error(`There are no words for the language ${scenario.lang}.`);
  return language;
}
