/** Words that hands at speed mistype, and what was meant. Looked at here alone: nothing that is typed leaves for it. */
const pairs =
  'recieve:receive recieved:received adress:address seperate:separate definately:definitely occured:occurred ' +
  'untill:until wich:which thier:their teh:the taht:that hte:the adn:and becuase:because beleive:believe ' +
  'accomodate:accommodate acheive:achieve agian:again alot:a lot aparent:apparent availible:available ' +
  'avaliable:available calender:calendar cancelation:cancellation comming:coming commited:committed ' +
  'convinient:convenient delievery:delivery delivary:delivery dissapointed:disappointed enviroment:environment ' +
  'excelent:excellent existance:existence experiance:experience finaly:finally foward:forward freind:friend ' +
  'garantee:guarantee happend:happened immediatly:immediately independant:independent knowlege:knowledge ' +
  'maintainance:maintenance mispell:misspell neccessary:necessary necesary:necessary noticable:noticeable ' +
  'occassion:occasion paymant:payment peice:piece posible:possible prefered:preferred probaly:probably ' +
  'proccess:process publically:publicly realy:really recomend:recommend refered:referred refferal:referral ' +
  'reminent:remnant replacment:replacement responsable:responsible shiping:shipping sincerly:sincerely ' +
  'succesful:successful sucess:success suprise:surprise tommorow:tomorrow tomorow:tomorrow tryed:tried ' +
  'usualy:usually wether:whether whith:with writting:writing yuor:your';
const meant = new Map(
  pairs.split(' ').flatMap((pair) => (pair.includes(':') ? [pair.split(':') as [string, string]] : [])),
);

/** A mistyped word of a text, where it stands and what was meant. */
export interface Slip {
  readonly at: number;
  readonly wrong: string;
  readonly right: string;
}

/** The last mistyped word that is finished: the one still being typed is nobody's business yet. */
export function slipIn(text: string): Slip | undefined {
  let found: Slip | undefined;
  for (const match of text.matchAll(/[\p{L}']+(?=[\s.,;:!?])/gu)) {
    const [wrong] = match;
    const right = meant.get(wrong.toLowerCase());
    if (right !== undefined) found = { at: match.index, wrong, right: cased(wrong, right) };
  }
  return found;
}

/** The text with a slip mended. */
export function mend(text: string, slip: Slip): string {
  return text.slice(0, slip.at) + slip.right + text.slice(slip.at + slip.wrong.length);
}

function cased(wrong: string, right: string): string {
  const isCapital = wrong[0] !== wrong[0]?.toLowerCase();
  return isCapital ? right.charAt(0).toUpperCase() + right.slice(1) : right;
}
