import type { Language } from './language.ts'

/** In folded spelling (see `wordsOf`). */
const lists: Record<Language, ReadonlySet<string>> = {
  en: listOf(`
    i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its itself
    they them their theirs themselves what which who whom this that these those am is are was were be been being have has had
    having do does did doing a an the and but if or because as until while of at by for with about against between into through
    during before after above below to from up down in out on off over under again further then once here there when where why
    how all any both each few more most other some such no nor not only own same so than too very s t can will just don should now
    could would cannot cant dont doesnt didnt isnt arent wasnt werent wont couldnt wouldnt shouldnt hasnt havent hadnt im ive
    youre theyre thats whats theres
  `),
  de: listOf(`
    aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes anderm andern anderr anders auch
    auf aus bei beim bin bis bist da damit dann der den des dem die das dass derselbe derselben denselben desselben demselben
    dieselbe dieselben dasselbe dazu dein deine deinem deinen deiner deines denn derer dessen dich dir du dies diese diesem diesen
    dieser dieses doch dort durch ein eine einem einen einer eines einig einige einigem einigen einiger einiges einmal er ihn ihm
    es etwas euer eure eurem euren eurer eures fur fuer gegen gewesen hab habe haben hat hatte hatten hier hin hinter ich mich mir
    ihr ihre ihrem ihren ihrer ihres euch im in indem ins ist jede jedem jeden jeder jedes jene jenem jenen jener jenes jetzt kann
    kein keine keinem keinen keiner keines konnen koennen konnte koennte machen man manche manchem manchen mancher manches mein
    meine meinem meinen meiner meines mit muss musste nach nicht nichts noch nun nur ob oder ohne sehr sein seine seinem seinen
    seiner seines selbst sich sie ihnen sind so solche solchem solchen solcher solches soll sollte sondern sonst uber ueber um und
    uns unse unsem unsen unser unsere unserem unseren unserer unseres unter viel vom von vor wahrend waehrend war waren warst was
    weg weil weiter welche welchem welchen welcher welches wenn werde werden wie wieder will wir wird wirst wo wollen wollte wurde
    wuerde wurden wuerden zu zum zur zwar zwischen
  `),
}

/** German stop words that name things in English. */
const meantInEnglish: ReadonlySet<string> = new Set(['bin', 'hat', 'war'])

/**
 * Words that say nothing about what a text is about, in folded spelling. With both languages `bin`, `hat` and `war` are none:
 * where they stand in every text, their weight is small anyway.
 *
 * @see Snowball's stop word lists, as PostgreSQL ships them, with contractions and with umlauts in either spelling.
 */
export function stopWords(languages: readonly Language[]): ReadonlySet<string> {
  const all = languages.flatMap((language) => [...lists[language]])
  return new Set(languages.includes('en') ? all.filter((word) => !meantInEnglish.has(word)) : all)
}

function listOf(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/))
}
