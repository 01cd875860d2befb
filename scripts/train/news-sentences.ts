/**
 * Sentences of ours in the manner of news, with names put in at random: the corpora are tweets, contracts and
 * encyclopedias. What the names do is invented.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { COUNTRIES } from '../../core/extract/countries';
import { wordsOf } from '../../core/extract/words';
import type { GoldSpan, TrainingDocument } from './corpus';
import { randomFrom } from './random';

/**
 * P person, S surname, C state, L town or region, O body, A acronym of a body, N adjective of a people, K people, M
 * event or policy, W work; D day, J job; a title stands as it is.
 */
const TEMPLATES = `
{L} ( {A} ) - {N} {J} {P} said on {D} that talks with {C} would go on.
{L}, {C} — {P} was sworn in as mayor on {D}.
{U}, {D} ({A}) - The {N} government has approved a loan to {C}.
The {N} Foreign Minister {P} met {S} in {L} on {D}.
{N} President {P} arrived in {L} for talks with Prime Minister {P}.
"We will not wait," {S} told reporters in {L}.
“This is a matter for the courts,” said {P}, a {J} for the {O}.
{P}, the {J} of {O}, said the plan had been delayed.
{P} of the {O} said that {C} and {C} had agreed.
According to the {O}, {NUM} people were killed in {L} and {L}.
The {O} ({A}) said in a statement that it had no comment.
{S} said. {S} added that the {A} would meet in {D}.
Officials from {C}, {C} and {C} signed the {M} in {L}.
Troops loyal to {P} entered {L}, a town in the north of {C}, on {D}.
{N} and {N} officials discussed the {M}.
{K} and {K} have lived in {L} for centuries.
Thousands of {K} fled to {C} after the fighting around {L}.
The {M} ended in {D} with a victory for {C}.
Shares in {O} rose {NUM} percent, while {O} lost {NUM} percent in {L}.
{O} will buy {O} for {NUM} billion dollars, the companies said on {D}.
{O} chief executive {P} said demand in {C} was weak.
{O}, {O} and {O} did not respond to requests for comment.
Analysts at {O} expect the {N} central bank to raise rates.
The {N} army said {NUM} soldiers had been wounded near {L}.
{P}, {NUM}, was born in {L} and studied at {O}.
{P} (born {NUM}) is a {N} {J} who played for {O}.
Mr. {S} and Ms. {S} declined to comment.
Dr. {P}, who teaches history at {O}, disagrees.
The {O} in {L} upheld the sentence of {P}.
The case was brought by {P} and {P}, two {N} journalists.
{C}'s {O} denied the report.
{C}’s ambassador to {C}, {P}, was summoned to the {O}.
In {L}, {N} police detained {P} and {NUM} others.
Human rights groups such as {O} say {N} authorities hold {NUM} people without trial.
The resolution was backed by {C}, {C}, {C} and {C}; {C} abstained.
{A} officials said {C} had breached the {M}.
Members of the {A} and the {A} voted against.
The {A} and the {O} plan a joint exercise in the {SEA}.
Ships of the {N} navy crossed the {SEA} on {D}.
The pipeline runs from {L} to {L} across the {SEA}.
The river flows through {L}, {L} and {L} before it reaches the {SEA}.
{P}'s new book, {W}, describes life in {L} under {S}.
In the film "{W}", directed by {P}, a {N} family moves to {L}.
{P} won the {M} in {L} ahead of {P} of {C} and {N} {P}.
{O} beat {O} 2-1 in {L} on {D}, with {S} scoring twice.
{S} scored after {NUM} minutes and {S} equalised.
{N} {P} beat {P} of {C} 6-4 6-3.
The {M} opens in {L} on {D}; {C} sends {NUM} athletes.
Under the {M}, {C} must cut emissions by {NUM} percent.
Residents of {L} protested against {O}'s plan to build a dam.
A spokesman for the {O} in {L} confirmed the arrest of {P}.
State news agency {A} reported that {P} had visited {L}.
{A} reported the figures on {D}, citing {P}.
{N} leader {P} will travel to {L} and {L} next week.
Former {J} {P} has been accused by the {O} of fraud.
Opposition leader {P} of the {PARTY} called the vote unfair.
The {PARTY} won {NUM} seats, and the {PARTY} {NUM}.
Lawmakers from the {PARTY} blocked the bill in {D}.
{P} ({PARTY}) and {P} ({PARTY}) will debate on {D}.
The region is home to {K}, {K} and other minorities, most of them {K}.
{N} culture and the {N} language are taught at {O}.
{N}-backed forces shelled {L}.
{N}-{N} relations have cooled since the {M}.
Trade between {C} and {C} fell by {NUM} percent, the {O} said.
The {L}-based company was founded by {P} in {NUM}.
{L}-based {O} makes chips for {O} and {O}.
The village of {L}, {NUM} kilometres from {L}, was cut off.
Heavy rain hit {L}, {L} and parts of {C} on {D}.
An earthquake struck near {L} in western {C} early on {D}.
{P}, a farmer from {L}, lost his house.
{P}, a mother of two, fled {L} with her children.
"My father was in prison in {L}," {S} recalls.
{S}'s lawyer, {P}, said his client was innocent.
Neither {S} nor the {O} could be reached.
Western and {N} diplomats met {P} in {L}.
Before the {M}, {L} belonged to {C}.
In {NUM}, the {O} moved from {L} to {L}.
The {O} was set up under the {M}.
Experts of the {O}, the {O} and the {A} took part.
The {O} of {C} has published a report on {L}.
The head of the {O} {P} spoke about {C}.
Our correspondent {P} reports from {L}.
By {P}
By {P} and {P}
Photo: {P}/{O}
Source: {O}
{HEAD}
{HEAD}
{C} Warns {C} Over {SEA} Patrols
{P} Elected Head of {O}
{O} to Cut Jobs in {L}
{L} Mayor Quits After {O} Inquiry
It was {S} who had asked for the meeting with the {N} side.
But {C} says the {A} has no say in {L}.
However, {P} believes that {K} will return.
For example, {C} buys gas from {C} through {L}.
As {P} put it, “{C} has no choice.”
Both {C} and the {A} have denied it.
Prices in {L} rose faster than in {L}, {S} wrote in the {O}.
The {O}'s {P} said the {N} market was closed.
Students from {C} and {C} come to {L} to learn {N}.
{T} {P} and {T} {S} attended the ceremony in {L}.
{T} {S} of {C} called for calm.
{T} {P}, the {J} of the {O}, will visit {C}.
The {N} {O} has invited {T} {P}.
Chairman {P} told the {O} that {O} would pay.
{N} Defence Minister {P} and his {N} counterpart {P} spoke by phone.
Secretary of State {P} flew to {L}, while {T} {S} stayed in {L}.
`
  .trim()
  .split('\n');

const list = (text: string) => text.trim().split(/\s*\|\s*/);
const words = (text: string) => text.trim().split(/\s+/);

const FIELDS = list(
  'Foreign Affairs|Defence|Finance|Education|Culture|Health|Justice|Agriculture|Energy|Transport|Trade|Internal Affairs|Labour|Environment|Science and Technology|Public Security|Commerce|Information|Tourism|Industry|Human Rights|Religious Affairs|Economic Development|Civil Aviation|Statistics|Refugees|Strategic Studies|International Studies|Political Studies|Water Resources',
);
const BODIES = words(
  'Agency Authority Commission Committee Council Bureau Institute Center Centre Office Service Fund Board Foundation Association Federation Union',
);
const FIRMS = words(
  'Inc Corp Group Holdings Motors Airlines Bank Energy Industries Technologies Partners Steel Pharmaceuticals Media Electronics Capital Systems Foods Insurance Oil Gas Resources Logistics',
);
const PAPERS = words('Times Post Daily Herald Tribune News Gazette Journal Observer Star Mail');
const KNOWN = list(
  "Reuters|Xinhua|Bloomberg|Al Jazeera|Associated Press|Agence France-Presse|CNN|BBC|Fox News|The Guardian|New York Times|Washington Post|Wall Street Journal|Financial Times|Kremlin|White House|Pentagon|State Department|Congress|Senate|House of Representatives|Supreme Court|European Union|European Commission|European Parliament|United Nations|Security Council|General Assembly|World Bank|International Monetary Fund|World Health Organization|World Trade Organization|NATO|African Union|Arab League|Red Cross|Red Crescent|Amnesty International|Human Rights Watch|Greenpeace|Hamas|Hezbollah|Taliban|Islamic State|Boko Haram|al-Qaeda|al-Shabab|Wagner Group|Revolutionary Guards|Google|Apple|Microsoft|Amazon|Facebook|Meta|Twitter|Tesla|Huawei|Alibaba|Tencent|ByteDance|TikTok|Samsung|Sony|Toyota|Volkswagen|Siemens|Shell|BP|Gazprom|Rosneft|Lukoil|Exxon Mobil|Chevron|Boeing|Airbus|Goldman Sachs|JPMorgan|Deutsche Bank|HSBC|Manchester United|Real Madrid|Barcelona|Chelsea|Liverpool|Juventus|Politburo|People's Liberation Army|Communist Party of China|National People's Congress|State Council|Foreign Ministry|Defence Ministry|Interior Ministry|Finance Ministry|Central Bank|Duma|Knesset|Bundestag|Downing Street|Interpol|Vatican|Scotland Yard|Ministry of Defence|Transparency International|Freedom House|Radio Free Asia|Voice of America|World Uyghur Congress",
);
const ACRONYMS = words(
  'UN EU NATO WHO WTO IMF OECD OPEC ASEAN OSCE SCO CIS ECB FBI CIA NSA FIFA UEFA IOC UNICEF UNESCO UNHCR IAEA AFP AP TASS RIA IRNA KCNA CCTV BBC CNN NBC ABC CBS NHK PLO PKK IRA ETA ANC BJP CCP CPC PLA GOP NHS IBM BMW GM AT&T UPS',
);
const PARTIES = list(
  "Communist Party|Socialist Party|Labour Party|Conservative Party|Liberal Party|Democratic Party|Republican Party|Green Party|National Party|United Russia|Likud|Nur Otan|People's Party|Justice and Development Party|Workers' Party|Christian Democratic Union|Social Democratic Party|National Front|Congress Party|Freedom Party|Amanat|Five Star Movement|Greens|Liberals|Social Democrats|Christian Democrats|Sinn Fein",
);
const SEAS = list(
  'South China Sea|East China Sea|Black Sea|Caspian Sea|Baltic Sea|Mediterranean|Red Sea|Persian Gulf|Gulf of Aden|Indian Ocean|Pacific|Atlantic|Arctic Ocean|Strait of Hormuz|Taiwan Strait|Suez Canal|Yellow Sea|Aral Sea|North Sea|Bay of Bengal',
);
const REGIONS = list(
  'Xinjiang|Tibet|Inner Mongolia|Sichuan|Gansu Province|Guangdong|Hubei|Hong Kong|Kashgar|Urumqi|Ili Kazakh Autonomous Prefecture|Crimea|Donbas|Chechnya|Dagestan|Tatarstan|Siberia|Kashmir|Punjab|Gaza|Gaza Strip|West Bank|Golan Heights|Kurdistan|Darfur|Tigray|Catalonia|Scotland|Bavaria|Transnistria|Nagorno-Karabakh|South Ossetia|Abkhazia|Central Asia|Middle East|Southeast Asia|Eastern Europe|Western Europe|Balkans|Caucasus|Latin America|North Africa|Africa|Europe|Asia|Silicon Valley|Wall Street|Texas|California|New York|Washington, D.C.|Capitol Hill|Tiananmen Square|Red Square|Ferghana Valley|Almaty Region|Northern Ireland|Kyiv|Almaty|Astana',
);
const EVENTS = list(
  'World War II|Cold War|Gulf War|Vietnam War|Korean War|Six-Day War|Cultural Revolution|October Revolution|Arab Spring|Olympics|Winter Olympics|World Cup|Champions League|Davis Cup|Wimbledon|Grand Prix|Tour de France|Paris Agreement|Kyoto Protocol|Minsk Agreements|Treaty of Versailles|Geneva Conventions|Belt and Road Initiative|One Belt, One Road|New Silk Road|Marshall Plan|Green New Deal|Brexit|Patriot Act|Affordable Care Act|Magnitsky Act|Oslo Accords|Camp David Accords|Warsaw Pact|Good Friday Agreement|Ramadan|Easter|Christmas|Hajj|Nobel Peace Prize|Pulitzer Prize|Academy Awards|Asian Games|Astana Expo|Munich Security Conference|G20 summit|Chinese Dream|Great Leap Forward|Holocaust|Great Depression|COVID-19',
);
const JOBS = list(
  'president|prime minister|foreign minister|spokesman|spokeswoman|chief executive|chairman|director|professor|economist|analyst|lawyer|activist|journalist|general secretary|deputy head|head|ambassador|mayor|governor|editor|researcher|senior fellow|coach|striker|singer|novelist',
);
const TITLES = list(
  'President|Prime Minister|Chancellor|Senator|Sen.|Rep.|Gov.|General|Gen.|Colonel|Judge|King|Queen|Prince|Pope|Bishop|Sheikh|Ayatollah|Imam|Sir|Professor|Prof.|Dr.|Mr|Mrs|Secretary|Minister|Ambassador|Premier|Mayor|Captain|Vice President|Foreign Minister|Comrade|Lord',
);
const DAYS = list(
  'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|March|June 12|September|last week|Jan. 5|May 2019|December',
);
const [CHINESE, SYLLABLES] = [
  words(
    'Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo Xi Wen Deng Jiang Qin Peng Han Song Tang Cao',
  ),
  words(
    'Wei Jun Ming Hua Guo Xiaoping Jinping Jintao Keqiang Yi Qiang Lei Fang Xin Yan Hong Jie Tao Ping Bo Hui Na Min Long Jianguo Zedong Fei Yu Rui Zhiqiang',
  ),
];
const [ARAB, ARAB_LAST] = [
  words(
    'Mohammed Ahmed Ali Hassan Hussein Omar Khaled Abdullah Mahmoud Ibrahim Yusuf Mustafa Fatima Aisha Bashar Saeed Nasser Abdel Hamid Tariq Walid',
  ),
  words(
    'al-Assad al-Sisi al-Maliki al-Sadr al-Bashir Abbas Mansour Saleh Khan Rahman Zardari Sharif Karzai Ghani Hashemi Rouhani Haniyeh al-Abadi bin-Salman Erdogan',
  ),
];
const [SLAVIC, SLAVIC_LAST] = [
  words(
    'Vladimir Sergei Dmitry Alexei Mikhail Nikolai Ivan Oleg Yuri Boris Viktor Andrei Nursultan Kassym-Jomart Askar Serik Yerlan Bolat Aigul Dinara Marat Rustam Gulnara Olga Natalia Irina Shavkat Emomali',
  ),
  words(
    'Ivanov Petrov Smirnov Volkov Sokolov Lavrov Shoigu Medvedev Peskov Kuznetsov Nazarbayev Tokayev Karimov Mirziyoyev Rahmon Atambayev Akhmetov Nurmagambetov Abdrakhmanov Sagintayev Zelensky Poroshenko Tymoshenko Lukashenko Bekova Ospanova Tohti',
  ),
];

const capitals = (text: string) =>
  text.replace(/(?<![\p{L}'])\p{L}/gu, (letter) => letter.toUpperCase());

/** @param count sentences */
export function newsSentences(count: number, seed: number): TrainingDocument[] {
  const random = randomFrom(seed);
  const folder = resolve(import.meta.dirname, 'lists');
  const file = (name: string) =>
    readFileSync(resolve(folder, `${name}.txt`), 'utf8')
      .split('\n')
      .filter((line) => line.length > 2);
  const [firsts, lasts, cities, bodies] = [
    file('first-names'),
    file('surnames'),
    file('cities'),
    file('organisations'),
  ];
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const adjectives = COUNTRIES.flatMap(({ adjectives: all }) => all);
  const peoples = [
    ...COUNTRIES.flatMap(({ people }) => people),
    ...words(
      'Uyghurs Uighurs Kazakhs Kurds Tibetans Muslims Christians Jews Arabs Sunnis Shiites Hindus Sikhs Buddhists Catholics Protestants Republicans Democrats Communists Tatars Chechens Roma Tutsis Hutus Hazaras Pashtuns Uzbeks Kyrgyz Mongols Han',
    ),
  ];
  const country = () => {
    const { short, long } = pick(COUNTRIES);
    return random() < 0.15 && long.length > 0 ? pick(long) : (short[0] ?? '');
  };
  const place = () => (random() < 0.45 ? pick(REGIONS) : capitals(pick(cities)));
  const surname = () => {
    const which = random();
    if (which < 0.15) return pick(CHINESE);
    if (which < 0.3) return pick(ARAB_LAST);
    if (which < 0.5) return pick(SLAVIC_LAST);
    return capitals(pick(lasts));
  };
  const person = () => {
    const which = random();
    if (which < 0.15) return `${pick(CHINESE)} ${pick(SYLLABLES)}`;
    if (which < 0.3) return `${pick(ARAB)} ${pick(ARAB_LAST)}`;
    if (which < 0.48) return `${pick(SLAVIC)} ${pick(SLAVIC_LAST)}`;
    if (which < 0.52) return `${pick(CHINESE)} ${pick(SYLLABLES)}-${pick(SYLLABLES).toLowerCase()}`;
    const middle = random() < 0.1 ? ` ${String.fromCharCode(65 + Math.floor(random() * 26))}.` : '';
    return `${capitals(pick(firsts))}${middle} ${capitals(pick(lasts))}`;
  };
  const body = (): string => {
    const which = Math.floor(random() * 14);
    const field = pick(FIELDS);
    if (which === 0) return `Ministry of ${field}`;
    if (which === 1) return `${pick(adjectives)} Ministry of ${field}`;
    if (which === 2) return `${field} Ministry`;
    if (which === 3)
      return random() < 0.5
        ? `University of ${capitals(pick(cities))}`
        : `${capitals(pick(cities))} University`;
    if (which === 4) return `${surname()} ${pick(FIRMS)}`;
    if (which === 5) return `${capitals(pick(cities))} ${pick(PAPERS)}`;
    if (which === 6) return `National ${field} ${pick(BODIES)}`;
    if (which === 7) return `${pick(BODIES)} for ${field}`;
    if (which === 8) return random() < 0.5 ? `Bank of ${country()}` : `${surname()} & ${surname()}`;
    if (which === 9) return capitals(pick(bodies));
    if (which === 10) return `${country()} ${field} ${pick(BODIES)}`;
    return pick(KNOWN);
  };
  const party = () => (random() < 0.25 ? `${pick(PARTIES)} of ${country()}` : pick(PARTIES));
  const fill: Record<string, () => [text: string, type: number]> = {
    P: () => [person(), 0],
    S: () => [surname(), 0],
    C: () => [country(), 1],
    L: () => [place(), 1],
    U: () => [place().toUpperCase(), 1],
    SEA: () => [pick(SEAS), 1],
    O: () => [body(), 2],
    A: () => [
      random() < 0.7
        ? pick(ACRONYMS)
        : Array.from({ length: 3 + Math.floor(random() * 2) }, () =>
            String.fromCharCode(65 + Math.floor(random() * 26)),
          ).join(''),
      2,
    ],
    PARTY: () => [party(), 2],
    N: () => [pick(adjectives), 3],
    K: () => [pick(peoples), 3],
    M: () => [pick(EVENTS), 4],
    W: () => [
      `The ${pick(words('Quiet Last Red Long White Silent Golden Lost'))} ${pick(words('River Road Winter House City Silence Mountain Letter Garden'))}`,
      4,
    ],
    D: () => [pick(DAYS), -1],
    J: () => [pick(JOBS), -1],
    T: () => [pick(TITLES), -1],
    NUM: () => [String(1 + Math.floor(random() * 99)), -1],
    HEAD: () => ['Read more', -1],
  };
  return Array.from({ length: count }, (_, at) => {
    let text = '';
    const spans: GoldSpan[] = [];
    for (const [i, part] of pick(TEMPLATES)
      .split(/\{([A-Z]+)\}/)
      .entries()) {
      const slot = i % 2 ? fill[part] : undefined;
      if (!slot) {
        text += part;
        continue;
      }
      const [name, type] = slot();
      if (type >= 0) spans.push({ start: text.length, end: text.length + name.length, type });
      text += name;
    }
    return {
      file: 'own',
      id: String(at),
      text,
      sentences: [{ words: wordsOf(text), spans }],
      unmarked: [],
      isHeldBack: false,
    };
  });
}
