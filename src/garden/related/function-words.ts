/** Words that say nothing of what a text is about. In large gardens they are frequent; in small ones not. */
const english = new Set(
  `a about above after again all also although always am an and another any are as at be because been
  before being between both but by can cannot could did do does doing done down during each either else
  even ever every few for from further get gets give given go goes going got had has have having he her
  here hers him his how however i if in instead into is it its itself just keep less let like made make
  makes many may me might more most much must my need needs neither never no nor not now of off often on
  once one only onto or other others our out over own per please put quite rather really same say see
  seen set shall she should since so some something still such take than that the their them then there
  therefore these they thing things this those though through thus to too two under until up upon us use
  used uses using very via want was way we well were what when where whether which while who whom whose
  why will with within without would yes yet you your yours`.split(/\s+/u),
);
/** Signs that no Chinese word of two signs has which tells what a text is about. */
const chinese = /[的了是在和我你他她它们这那也就都而及与或着吗呢吧把被很还没但]/u;

export function isFunctionWord(word: string): boolean {
  return english.has(word) || chinese.test(word);
}
