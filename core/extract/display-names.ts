/** Names of states and languages that the browser carries, at no cost. */
import type { KnownName } from './found';

const REGIONS =
  'AF AL DZ AD AO AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI KH CM CA CV CF TD CL CN CO KM CG CD CR CI HR CU CY CZ DK DJ DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GT GN GW GY HT HN HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KP KR KW KG LA LV LB LS LR LY LI LT LU MG MW MY MV ML MT MR MU MX MD MC MN ME MA MZ MM NA NP NL NZ NI NE NG MK NO OM PK PA PG PY PE PH PL PT QA RO RU RW SA SN RS SL SG SK SI SO ZA SS ES LK SD SR SE CH SY TW TJ TZ TH TG TO TN TR TM UG UA AE GB US UY UZ VE VN YE ZM ZW HK MO PS XK'.split(
    ' ',
  );
/** Words of everyday or names of towns and persons as well. */
const AMBIGUOUS = new Set(['TD', 'GE', 'JO', 'GN', 'ML', 'NE', 'TG', 'TR', 'CU']);

/**
 * Names of states in a language. A language that the engine does not know gives none.
 * @param language en, ru, kk, zh or ug
 */
export function displayNames(language: string): KnownName[] {
  if (Intl.DisplayNames.supportedLocalesOf(language).length === 0) return [];
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return REGIONS.flatMap((region) => {
    const text = names.of(region);
    const canonical = english.of(region);
    if (!text || !canonical) return [];
    return [
      {
        // "Myanmar (Burma)", "Hong Kong SAR China".
        text: text.replace(/\s*[(（].*$/, '').replace(/ SAR China$/, ''),
        language,
        kind: 'place',
        canonical: canonical.replace(/\s*\(.*$/, '').replace(/ SAR China$/, ''),
        wikidata: null,
        needsCompany: AMBIGUOUS.has(region),
      },
    ];
  });
}
