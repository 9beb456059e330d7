// Short on purpose: function words only, and none that could be the point of a sentence ("without" in "without electricity").
const LISTS: Record<string, string> = {
  en: `a an and are as at be been but by can for from had has have if in into is it its may more no not of on or our s such t than that the their them
    these they this those through to under up was we were when where which while who will with you your`,
  fr: `à au aux avec c ce ces cette d dans de des du elle en est et il ils je l la le les leur leurs lui mais n ne nos notre nous on ont ou où par pas plus
    pour qu que qui s sa se sera ses son sont sur un une vos votre vous y`,
  es: `a al como con cual de del desde e el ella en entre es esta este estos están fue ha han hay la las le les lo los más mi muy ni no nos o para pero por
    que se ser son su sus también tan un una uno y ya`,
  pt: `a ao aos as à às com como da das de do dos e ela em entre era essa esse esta este foi há isso já lhe mais mas na nas no nos não nós o os ou para pela
    pelas pelo pelos por que se ser seu seus sua suas são também um uma`,
  ru: `а был была были было быть в вам вас во все вы где для до его ее если есть еще же за и из или им их к как ко когда ли либо мы на над не ни но о об
    он она они от по под при с со так также то того только что чтобы это этот я`,
  ar: `في من على إلى عن مع هذا هذه ذلك تلك التي الذي الذين هو هي هم كان كانت يكون تكون قد لا ما لم لن أن إن أو أم ثم بل و ف ب ل ك كل بعض غير بين عند بعد قبل حتى
    كما لكن منذ خلال`,
  zh: `的 了 和 是 在 与 及 或 等 对 为 以 将 有 也 就 都 而 我们 他们 这 那 这些 那些`,
};

/** Words of a language that carry no meaning for search, as people write them. */
export const stopWordsOf = (language: string): readonly string[] => LISTS[language]?.split(/\s+/) ?? [];
