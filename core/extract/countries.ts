/**
 * States as the news names them. Used for two things: what is the same place, and which words are peoples.
 *
 * A line: `short names | long names and abbreviations | adjectives | nouns of people where they differ`. The first
 * short name is the canonical one. Only what names one state and nothing else: no "Congo" for one of two, no "Korea".
 */
const TABLE = `
Afghanistan|Islamic Republic of Afghanistan,Islamic Emirate of Afghanistan|Afghan|Afghans
Albania|Republic of Albania|Albanian|Albanians
Algeria||Algerian|Algerians
Andorra||Andorran|Andorrans
Angola||Angolan|Angolans
Antigua and Barbuda||Antiguan|Antiguans
Argentina|Argentine Republic|Argentine,Argentinian|Argentines,Argentinians
Armenia|Republic of Armenia|Armenian|Armenians
Australia|Commonwealth of Australia|Australian|Australians,Aussies
Austria|Republic of Austria|Austrian|Austrians
Azerbaijan|Republic of Azerbaijan|Azerbaijani,Azeri|Azerbaijanis,Azeris
Bahamas||Bahamian|Bahamians
Bahrain|Kingdom of Bahrain|Bahraini|Bahrainis
Bangladesh|People's Republic of Bangladesh|Bangladeshi|Bangladeshis
Barbados||Barbadian|Barbadians
Belarus,Byelorussia|Republic of Belarus|Belarusian,Belarussian|Belarusians
Belgium|Kingdom of Belgium|Belgian|Belgians
Belize||Belizean|Belizeans
Benin||Beninese|
Bhutan|Kingdom of Bhutan|Bhutanese|
Bolivia||Bolivian|Bolivians
Bosnia and Herzegovina,Bosnia,Bosnia-Herzegovina||Bosnian|Bosnians
Botswana||Botswanan|Batswana
Brazil|Federative Republic of Brazil|Brazilian|Brazilians
Brunei|Brunei Darussalam|Bruneian|Bruneians
Bulgaria|Republic of Bulgaria|Bulgarian|Bulgarians
Burkina Faso||Burkinabe|
Burundi||Burundian|Burundians
Cambodia,Kampuchea|Kingdom of Cambodia|Cambodian|Cambodians
Cameroon||Cameroonian|Cameroonians
Canada||Canadian|Canadians
Cape Verde,Cabo Verde||Cape Verdean|Cape Verdeans
Central African Republic|CAR||
Chad||Chadian|Chadians
Chile|Republic of Chile|Chilean|Chileans
China|People's Republic of China,PRC,P.R. China|Chinese|
Colombia|Republic of Colombia|Colombian|Colombians
Comoros||Comoran|Comorans
Democratic Republic of the Congo,Democratic Republic of Congo,DR Congo|DRC||
Costa Rica||Costa Rican|Costa Ricans
Croatia|Republic of Croatia|Croatian,Croat|Croatians,Croats
Cuba|Republic of Cuba|Cuban|Cubans
Cyprus|Republic of Cyprus|Cypriot|Cypriots
Czech Republic,Czechia||Czech|Czechs
Denmark|Kingdom of Denmark|Danish|Danes
Djibouti||Djiboutian|Djiboutians
Dominican Republic||Dominican|Dominicans
Ecuador||Ecuadorian,Ecuadorean|Ecuadorians,Ecuadoreans
Egypt|Arab Republic of Egypt|Egyptian|Egyptians
El Salvador||Salvadoran,Salvadorean|Salvadorans
Equatorial Guinea||Equatoguinean|
Eritrea||Eritrean|Eritreans
Estonia|Republic of Estonia|Estonian|Estonians
Eswatini,Swaziland||Swazi|Swazis
Ethiopia|Federal Democratic Republic of Ethiopia|Ethiopian|Ethiopians
Fiji||Fijian|Fijians
Finland|Republic of Finland|Finnish|Finns
France|French Republic|French|Frenchmen
Gabon||Gabonese|
Gambia||Gambian|Gambians
Georgia||Georgian|Georgians
Germany|Federal Republic of Germany|German|Germans
Ghana|Republic of Ghana|Ghanaian|Ghanaians
Greece|Hellenic Republic|Greek|Greeks
Grenada||Grenadian|Grenadians
Guatemala||Guatemalan|Guatemalans
Guinea||Guinean|Guineans
Guinea-Bissau|||
Guyana||Guyanese|
Haiti||Haitian|Haitians
Honduras||Honduran|Hondurans
Hungary||Hungarian|Hungarians
Iceland||Icelandic|Icelanders
India|Republic of India|Indian|Indians
Indonesia|Republic of Indonesia|Indonesian|Indonesians
Iran|Islamic Republic of Iran|Iranian|Iranians
Iraq|Republic of Iraq|Iraqi|Iraqis
Ireland|Republic of Ireland|Irish|Irishmen
Israel|State of Israel|Israeli|Israelis
Italy|Italian Republic|Italian|Italians
Ivory Coast,Côte d'Ivoire,Cote d'Ivoire||Ivorian|Ivorians
Jamaica||Jamaican|Jamaicans
Japan||Japanese|
Jordan|Hashemite Kingdom of Jordan|Jordanian|Jordanians
Kazakhstan|Republic of Kazakhstan,RK|Kazakhstani,Kazakh|Kazakhstanis
Kenya|Republic of Kenya|Kenyan|Kenyans
Kiribati|||
Kosovo|Republic of Kosovo|Kosovan,Kosovar|Kosovars,Kosovans
Kuwait|State of Kuwait|Kuwaiti|Kuwaitis
Kyrgyzstan|Kyrgyz Republic|Kyrgyzstani,Kyrgyz|Kyrgyzstanis
Laos|Lao People's Democratic Republic|Laotian,Lao|Laotians
Latvia|Republic of Latvia|Latvian|Latvians
Lebanon|Lebanese Republic|Lebanese|
Lesotho||Basotho|
Liberia||Liberian|Liberians
Libya|State of Libya|Libyan|Libyans
Liechtenstein|||Liechtensteiners
Lithuania|Republic of Lithuania|Lithuanian|Lithuanians
Luxembourg|Grand Duchy of Luxembourg|Luxembourgish|Luxembourgers
Madagascar||Malagasy,Madagascan|
Malawi||Malawian|Malawians
Malaysia||Malaysian|Malaysians
Maldives||Maldivian|Maldivians
Mali||Malian|Malians
Malta||Maltese|
Marshall Islands||Marshallese|
Mauritania||Mauritanian|Mauritanians
Mauritius||Mauritian|Mauritians
Mexico|United Mexican States|Mexican|Mexicans
Micronesia|Federated States of Micronesia|Micronesian|Micronesians
Moldova|Republic of Moldova|Moldovan|Moldovans
Monaco||Monegasque|
Mongolia||Mongolian|Mongolians
Montenegro||Montenegrin|Montenegrins
Morocco|Kingdom of Morocco|Moroccan|Moroccans
Mozambique||Mozambican|Mozambicans
Myanmar,Burma|Republic of the Union of Myanmar|Burmese|
Namibia||Namibian|Namibians
Nauru||Nauruan|Nauruans
Nepal||Nepali,Nepalese|Nepalis
Netherlands,Holland|Kingdom of the Netherlands|Dutch|Dutchmen
New Zealand|||New Zealanders,Kiwis
Nicaragua||Nicaraguan|Nicaraguans
Niger||Nigerien|Nigeriens
Nigeria|Federal Republic of Nigeria|Nigerian|Nigerians
North Korea|Democratic People's Republic of Korea,DPRK|North Korean|North Koreans
North Macedonia||Macedonian|Macedonians
Norway|Kingdom of Norway|Norwegian|Norwegians
Oman|Sultanate of Oman|Omani|Omanis
Pakistan|Islamic Republic of Pakistan|Pakistani|Pakistanis
Palau||Palauan|Palauans
Palestine|State of Palestine|Palestinian|Palestinians
Panama||Panamanian|Panamanians
Papua New Guinea|PNG|Papuan|Papuans
Paraguay||Paraguayan|Paraguayans
Peru||Peruvian|Peruvians
Philippines|Republic of the Philippines|Philippine,Filipino|Filipinos
Poland|Republic of Poland|Polish|Poles
Portugal||Portuguese|
Qatar|State of Qatar|Qatari|Qataris
Romania||Romanian|Romanians
Russia|Russian Federation,RF|Russian|Russians
Rwanda||Rwandan|Rwandans
Samoa||Samoan|Samoans
San Marino|||
Saudi Arabia|Kingdom of Saudi Arabia,KSA|Saudi,Saudi Arabian|Saudis
Senegal||Senegalese|
Serbia|Republic of Serbia|Serbian,Serb|Serbians,Serbs
Seychelles||Seychellois|
Sierra Leone||Sierra Leonean|Sierra Leoneans
Singapore|Republic of Singapore|Singaporean|Singaporeans
Slovakia|Slovak Republic|Slovak,Slovakian|Slovaks
Slovenia|Republic of Slovenia|Slovenian,Slovene|Slovenians,Slovenes
Solomon Islands|||Solomon Islanders
Somalia||Somali,Somalian|Somalis
South Africa|Republic of South Africa,RSA|South African|South Africans
South Korea|Republic of Korea,ROK|South Korean|South Koreans
South Sudan||South Sudanese|
Soviet Union|USSR,U.S.S.R.,Union of Soviet Socialist Republics|Soviet|Soviets
Spain|Kingdom of Spain|Spanish|Spaniards
Sri Lanka||Sri Lankan|Sri Lankans
Sudan|Republic of Sudan|Sudanese|
Suriname||Surinamese|
Sweden|Kingdom of Sweden|Swedish|Swedes
Switzerland|Swiss Confederation|Swiss|
Syria|Syrian Arab Republic|Syrian|Syrians
Taiwan|Republic of China,ROC|Taiwanese|
Tajikistan|Republic of Tajikistan|Tajikistani|Tajikistanis
Tanzania|United Republic of Tanzania|Tanzanian|Tanzanians
Thailand|Kingdom of Thailand|Thai|Thais
Timor-Leste,East Timor||Timorese,East Timorese|
Togo||Togolese|
Tonga||Tongan|Tongans
Trinidad and Tobago||Trinidadian|Trinidadians
Tunisia||Tunisian|Tunisians
Turkey,Türkiye,Turkiye|Republic of Turkey,Republic of Türkiye|Turkish|Turks
Turkmenistan||Turkmenistani|Turkmenistanis
Tuvalu|||
Uganda|Republic of Uganda|Ugandan|Ugandans
Ukraine||Ukrainian|Ukrainians
United Arab Emirates,Emirates|UAE,U.A.E.|Emirati|Emiratis
United Kingdom,Great Britain,Britain|UK,U.K.,United Kingdom of Great Britain and Northern Ireland|British|Britons,Brits
United States,America|United States of America,US,U.S.,USA,U.S.A.|American|Americans
Uruguay||Uruguayan|Uruguayans
Uzbekistan|Republic of Uzbekistan|Uzbekistani|Uzbekistanis
Vanuatu|||
Vatican City,Vatican|Holy See||
Venezuela|Bolivarian Republic of Venezuela|Venezuelan|Venezuelans
Vietnam,Viet Nam|Socialist Republic of Vietnam|Vietnamese|
Yemen|Republic of Yemen|Yemeni,Yemenite|Yemenis
Zambia||Zambian|Zambians
Zimbabwe||Zimbabwean|Zimbabweans
England||English|Englishmen
Scotland||Scottish,Scots|Scots,Scotsmen
Wales||Welsh|
Northern Ireland||Northern Irish|
Yugoslavia||Yugoslav,Yugoslavian|Yugoslavs
Czechoslovakia||Czechoslovak|Czechoslovaks
East Germany|German Democratic Republic,GDR|East German|East Germans
West Germany||West German|West Germans
Hong Kong|Hong Kong Special Administrative Region,HKSAR||Hongkongers,Hong Kongers
Macau,Macao||Macanese|
Tibet|Tibet Autonomous Region|Tibetan|Tibetans
Xinjiang|Xinjiang Uyghur Autonomous Region,Xinjiang Uygur Autonomous Region,Xinjiang Uighur Autonomous Region,XUAR||
Inner Mongolia|Inner Mongolia Autonomous Region||
Greenland||Greenlandic|Greenlanders
Puerto Rico||Puerto Rican|Puerto Ricans
Europe||European|Europeans
Asia||Asian|Asians
Africa||African|Africans
Latin America||Latin American|Latin Americans
Central Asia||Central Asian|Central Asians
Southeast Asia,South-East Asia||Southeast Asian|Southeast Asians
Middle East||Middle Eastern|
West||Western|Westerners
California||Californian|Californians
Texas||Texan|Texans
Catalonia||Catalan|Catalans
Siberia||Siberian|Siberians
Crimea||Crimean|Crimeans
Chechnya||Chechen|Chechens
Tatarstan|||
Bavaria||Bavarian|Bavarians
Sicily||Sicilian|Sicilians
`;

/** One state or region, and what it and its people are called. */
export interface Country {
  /** Canonical first. */
  short: readonly string[];
  long: readonly string[];
  adjectives: readonly string[];
  people: readonly string[];
}

const list = (cell = '') => cell.split(',').filter(Boolean);

export const COUNTRIES: readonly Country[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [short, long, adjectives, people] = line.split('|');
    return {
      short: list(short),
      long: list(long),
      adjectives: list(adjectives),
      people: list(people),
    };
  });

const NAMES: ReadonlySet<string> = new Set(
  COUNTRIES.flatMap(({ short, long }) => [...short, ...long]).map((name) => name.toLowerCase()),
);

/** True for a state's short or long name: no everyday words, though it may be made of them. */
export const isStateName = (text: string): boolean => NAMES.has(text.toLowerCase());
