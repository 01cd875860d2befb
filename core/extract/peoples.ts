/** Peoples, faiths and their adherents, written with a capital: what is a people and no place or person. */
import { COUNTRIES } from './countries';

/** With a plural in -s where one is in use. */
const WITH_PLURAL = `
Uyghur Uighur Uygur Kazakh Uzbek Tajik Turkmen Kyrgyz Tatar Bashkir Chuvash Buryat Yakut Kalmyk Ingush Ossetian
Abkhaz Abkhazian Circassian Avar Lezgin Dargin Mongol Manchu Dungan Karakalpak Hazara Pashtun Baloch Baluch Punjabi Sindhi
Bengali Tamil Sinhalese Gujarati Marathi Kashmiri Sikh Hindu Jain Buddhist Muslim Moslem Christian Jew Arab Bedouin
Kurd Yazidi Yezidi Druze Alawite Maronite Copt Assyrian Chaldean Persian Berber Tuareg Fulani Hausa Yoruba Igbo Zulu
Xhosa Swahili Kikuyu Luo Maasai Tutsi Hutu Tigrayan Oromo Amhara Amharic Nubian Moor Basque Galician Breton Flemish
Walloon Sami Slav Slavic Serb Croat Bosniak Vlach Roma Romani Gypsy Celt Gaul Goth Visigoth Ostrogoth Vandal Frank
Saxon Anglo-Saxon Norman Viking Roman Byzantine Ottoman Mughal Mogul Hun Scythian Sarmatian Khazar Cossack Hebrew
Aramaic Babylonian Sumerian Phoenician Carthaginian Trojan Spartan Athenian Macedonian Prussian Habsburg Aztec Maya Mayan Inca
Incan Cherokee Navajo Apache Sioux Mohawk Iroquois Inuit Eskimo Maori Aboriginal Aborigine Polynesian Melanesian Hawaiian
Rohingya Karen Kachin Shan Hmong Miao Zhuang Hui Han Yi Dai Cantonese Hakka Taiwanese Ainu Okinawan Khmer Cham Malay Javanese
Balinese Acehnese Sunda Sundanese Moro Tagalog Sunni Shia Shiite Shi'ite Sufi Salafi Salafist Wahhabi Wahhabist Islamist Ismaili Ahmadi
Catholic Protestant Orthodox Anglican Lutheran Methodist Baptist Presbyterian Evangelical Pentecostal Mormon Quaker Puritan
Calvinist Jesuit Franciscan Dominican Benedictine Taoist Daoist Confucian Shinto Zoroastrian Parsi Bahai Baha'i Scientologist
Republican Democrat Democratic Communist Socialist Marxist Leninist Maoist Trotskyist Stalinist Bolshevik Menshevik Nazi Neo-Nazi Fascist
Labour Tory Whig Liberal Conservative Zionist Jacobin Peronist Baathist Ba'athist Houthi Islamic Jewish Judaic Semitic Hispanic
Latino Latina Latinx Chicano Caribbean Arabian Arabic Levantine Maghrebi Scandinavian Nordic Baltic Balkan Caucasian Eurasian
Anglo Anglophone Francophone Germanic Teutonic Iberian Mediterranean Alpine Saharan Sub-Saharan Andean Amazonian Pacific-Islander
Parisian Londoner Muscovite Berliner Viennese Venetian Florentine Neapolitan Milanese Genoese Beijinger Shanghainese
Kyivan Sichuanese Indigenous Native-American Afro-American African-American Indo-European Indochinese Transatlantic
Castilian Andalusian Cuban-American Asian-American Sinhala Telugu Urdu Hindi Latin Gaelic Yiddish Esperanto Sanskrit Mandarin
Burman Bamar Keralite Goan Bihari Assamese Naga Gurkha Gorkha Sherpa Nepalese Dalit Brahmin Maratha Rajput Jat
Chechen Dagestani Crimean Kosovar Albanian Ruthenian Rusyn Hutsul Moravian Silesian Bohemian Transylvanian Wallachian
Congolese Corsican Sardinian Tyrolean Rhodesian Zairean Biafran Zanzibari Sahrawi Saharawi Libyan Kabyle Darfuri Dinka Nuer Acholi
Ashanti Mandinka Wolof Bantu Khoisan Afrikaner Afrikaans Boer Creole Haitian Garifuna Quechua Aymara Mapuche Guarani
`;

/** Faiths and movements, and peoples that have no plural: names of a people or an idea in the news all the same. */
const FAITHS =
  'Islam Christianity Judaism Buddhism Hinduism Sikhism Taoism Daoism Confucianism Catholicism Protestantism Sunnism Shiism Sufism'.split(
    ' ',
  );

/** Their plural is the same. */
const INVARIANT = new Set(
  'Han Hui Dai Yi Shan Karen Miao Hakka Cham Khmer Roma Ainu Kachin Inuit Maori'.split(' '),
);

/** Adherents, adjectives and nationalities, lower-case. */
export const PEOPLES: ReadonlySet<string> = new Set(
  [
    ...COUNTRIES.flatMap(({ adjectives, people }) => [...adjectives, ...people]),
    ...WITH_PLURAL.trim()
      .split(/\s+/)
      .flatMap((word) => [
        word,
        INVARIANT.has(word) || /(?:s|sh|ch|ese|x|ic)$/.test(word) ? word : `${word}s`,
      ]),
    'Uyghurs Uighurs Tories Gypsies Amharas Chinese-American Kashmiris Frenchman Englishman Irishman Scotsman Dutchman Uygurs'.split(
      ' ',
    ),
    FAITHS,
  ]
    .flat()
    .map((word) => word.toLowerCase()),
);
