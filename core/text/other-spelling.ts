/** Words that British and American English write differently. */

/** Stems in -our, American -or. */
const OUR =
  /(?<=\p{L}*(?:arm|behavi|col|endeav|fav|flav|harb|hon|hum|lab|neighb|rum|sav|vap|vig))(?:our|or)(?=\p{L}*)/giu;
/** "organise", "organisation", American with z. */
const ISE = /(?<=\p{L}{2}i)[sz](?=(?:e[sdr]?|ing|ations?)(?!\p{L}))/giu;
/** "centre", American -er. */
const RE = /(?<=(?:cent|fib|theat))(?:re|er)(?=s?(?!\p{L}))/giu;
/** "defence", American -se. */
const CE = /(?<=(?:def|off|pret)en)[cs](?=e(?!\p{L}))/giu;

/** The same text as the others write it: each such word is turned around. Equal to the text where there is none. */
export function otherSpelling(text: string): string {
  return text
    .replace(OUR, (ending) => (ending.length === 2 ? 'our' : 'or'))
    .replace(ISE, (letter) => (letter.toLowerCase() === 's' ? 'z' : 's'))
    .replace(RE, (ending) => (ending.toLowerCase() === 're' ? 'er' : 're'))
    .replace(CE, (letter) => (letter.toLowerCase() === 'c' ? 's' : 'c'));
}
