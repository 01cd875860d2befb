/**
 * Concepts of news and public affairs, each with the words for it in English, Russian, Kazakh, Chinese and Uyghur: what
 * lets ranking see that "hunger" and "famine", or "голод" and "饥荒", speak of one thing.
 *
 * A shared concept is a reason to show a passage first, so a line holds near synonyms and plain parts of one topic only,
 * and a word with several meanings stands nowhere rather than in a wrong line.
 */
import { stemOf } from './content-words';
import { fold } from './fold';

/**
 * One concept a line: English | Russian | Kazakh | Chinese | Uyghur; a line that begins with # is a heading.
 *
 * - English: ordinary words; each stands for all that have its stem.
 * - Russian, Kazakh, Uyghur: how words begin, in small letters, ё as е; with $ the whole word, where the beginning would
 *   hit others. Both Cyrillic columns are sought in every Cyrillic text: what Kazakh has from Russian stands once.
 * - Chinese: two to four characters anywhere; simplified, then traditional where it differs.
 * - _ joins the words of a phrase, which stand beside each other with a space or a hyphen between.
 */
export const CONCEPT_TABLE = `
# State and politics
government governmental cabinet ministry minister ministerial govern | правительств министр министерств кабмин | үкімет | 政府 内阁 內閣 部长 部長 国务院 國務院 | ھۆكۈمەت ھۆكۈمىت مىنىستىر
president presidency presidential | президент | | 总统 總統 | پرېزىدېنت زۇڭتۇڭ
leader leadership ruler strongman | лидер правител руководств | көшбасшы басшылы билеуші | 领导人 領導人 领袖 領袖 领导层 領導層 统治者 統治者 | رەھبەر داھىي
authoritarian authoritarianism autocracy autocrat autocratic dictator dictatorship totalitarian tyranny despotism | авторитар автократ диктатор диктатур тоталитар тирани деспот | озбыр | 独裁 獨裁 专制 專制 极权 極權 威权 威權 暴政 | دىكتاتور مۇستەبىت ھاكىممۇتلەق
election electoral vote voter ballot referendum candidate poll elect | выборы$ выборов$ выборах$ выборам$ выборн избирател голосова проголосова референдум кандидат$ кандидаты$ кандидатов$ кандидату$ | сайлау дауыс_беру үміткер | 选举 選舉 大选 大選 投票 选民 選民 公投 候选人 候選人 | سايلام ئاۋاز_بېر نامزات
parliament parliamentary lawmaker legislator legislature congress congressional congressman congresswoman senate senator congressmen | парламент депутат сенат конгресс законодател госдум дума$ думы$ думе$ | мәжілісі мәслихат | 议会 議會 议员 議員 参议院 參議院 众议院 眾議院 全国人大 全國人大 立法会 立法會 | پارلامېنت قۇرۇلتاي كېڭەش_پالاتا
law laws lawful unlawful legal illegal legally illegally legality legislation legislative statute statutory | закон$ закона$ закону$ законом$ законе$ законы$ законов$ законам законах законн незаконн законодат законопроект | заң | 法律 法规 法規 立法 合法 非法 法案 违法 違法 | قانۇن
constitution constitutional unconstitutional | конституци | ата_заң | 宪法 憲法 修宪 修憲 | ئاساسىي_قانۇن
treaty accord agreement pact protocol | договор соглашени пакт$ пакта$ конвенци | келісім | 条约 條約 协定 協定 协议 協議 公约 公約 | شەرتنامە كېلىشىم ئەھدىنامە
negotiation negotiator dialogue summit | переговор саммит диалог | келіссөз | 谈判 談判 会谈 會談 磋商 峰会 峰會 对话 對話 | سۆھبەت مۇزاكىرە
sovereignty sovereign | суверен | егемен | 主权 主權 | ئىگىلىك_ھوقۇق
independence independent independently self_determination | независим самоопределен | тәуелсіз дербес | 独立 獨立 民族自决 民族自決 自决权 自決權 | مۇستەقىل ئۆز_تەقدىر
separatism separatist secession secessionist secede splittist breakaway | отделени_от сецесси | сепарат бөлшекте | 分裂 分离主义 分離主義 分裂主义 分裂主義 | بۆلگۈنچى بۆلۈنمە
autonomy autonomous self_government self_rule | автоном самоуправлен | | 自治 | ئاپتونوم
territory territorial | территори | аумақ аумағ | 领土 領土 领地 領地 疆域 | زېمىن تېررىتورىيە
annexation annex occupation occupy occupier | аннекси оккуп присоединени | басып_ал жаулап | 吞并 吞併 占领 佔領 侵占 侵佔 侵吞 | ئىشغال بېسىۋال
conquest conquer conqueror subjugate invasion invade invader | завоева покорени покорил вторж захватчик | жаулау шапқыншы басқыншы | 征服 入侵 侵略 | بويسۇندۇر تاجاۋۇز
revolution revolutionary coup putsch overthrow overthrew overthrown | революци переворот путч свержени свергн | төңкеріс | 革命 政变 政變 推翻 | ئىنقىلاب ئۆزگىرىش_قوزغا
uprising rebellion rebel revolt insurgency insurgent insurrection mutiny | восстани восставш повстан мятеж бунт | көтеріліс бүлік | 起义 起義 叛乱 叛亂 造反 暴动 暴動 起事 | قوزغىلاڭ ئىسيان توپىلاڭ
protest protester protestor demonstration demonstrator picket | протест митинг демонстрант пикет манифестац | наразылы шеру | 抗议 抗議 示威 游行 遊行 集会 集會 | نامايىش نارازىلىق
riot unrest disturbance disorder clash | беспорядк столкновени волнени | тәртіпсіздік қақтығыс | 骚乱 騷亂 动乱 動亂 暴乱 暴亂 冲突 衝突 | توپىلاڭ توقۇنۇش
sanction embargo blacklist boycott | санкци эмбарго бойкот | | 制裁 禁运 禁運 黑名单 黑名單 抵制 | ئېمبارگو جازا_يۈرگۈز
diplomacy diplomat diplomatic ambassador embassy consulate consul envoy | дипломат посол$ посла$ послом$ послы$ послов$ посольств консул$ консула$ консулы$ консульс | елші | 外交 大使 使馆 使館 领事 領事 特使 | دىپلومات ئەلچى كونسۇل
geopolitics geopolitical foreign_policy | геополити внешнеполитич внешн_политик | геосаяси сыртқы_саясат | 地缘政治 地緣政治 对外政策 對外政策 外交政策 | گېئوپولىتىك
border frontier checkpoint | границ погранич пропускн_пункт | шекара | 边境 邊境 边界 邊界 国界 國界 边防 邊防 口岸 | چېگرا
security safety | безопасност | қауіпсіз | 安全 治安 国安 國安 | بىخەتەر
army military troop soldier armed_forces battalion brigade regiment garrison | армия$ армии$ армию$ армией$ армейс военн войска$ войск$ войсками солдат вооруженн_сил гарнизон воинск | әскер қарулы_күш сарбаз | 军队 軍隊 军事 軍事 士兵 部队 部隊 解放军 解放軍 驻军 駐軍 军方 軍方 | ئارمىيە قوشۇن ئەسكەر ھەربىي
commander admiral marshal warlord general_staff | офицер командир командующ адмирал маршал полководец | қолбасшы | 军官 軍官 司令 将军 將軍 指挥官 指揮官 军阀 軍閥 元帅 元帥 | قوماندان گېنېرال ئوفىتسېر
nuclear_weapons nuclear_deterrent arms_control disarmament arms_race deterrence | разоружени гонк_вооружени гонка_вооружени гонку_вооружени контрол_над_вооружени | қарусыздан жаппай_қарулану | 裁军 裁軍 军备 軍備 核裁军 核裁軍 核威慑 核威懾 | قورالسىزلان
conscription conscript draft_dodger mobilisation recruit | призывник мобилиз новобран | жұмылдыр | 征兵 徵兵 兵役 总动员 總動員 | سەپەرۋەر
war wars wartime warfare battle battlefield combat frontline civil_war world_war | войн сражени битв боевые боевых фронт$ фронта$ фронте$ фронту$ | соғыс ұрыс шайқас | 战争 戰爭 战役 戰役 战斗 戰鬥 战场 戰場 交战 交戰 内战 內戰 作战 作戰 | ئۇرۇش جەڭ
world_war | мировой_войн мировая_войн мировую_войн великой_отечественной | дүниежүзілік_соғыс отан_соғыс | 世界大战 世界大戰 | دۇنيا_ئۇرۇش
peace peaceful peacefully peacekeeper peacekeeping ceasefire truce armistice | мирн перемири миротвор прекращени_огня | бейбіт бітім татулық | 和平 停火 停战 停戰 维和 維和 休战 休戰 | تىنچلىق ئۇرۇش_توخت
defence defense defensive | оборон | қорғаныс | 国防 國防 防御 防禦 防务 防務 | مۇداپىئە
weapon weaponry arms missile ammunition firearm rifle rocket | оружи вооружени ракет боеприпас | қару зымыран | 武器 导弹 導彈 军火 軍火 枪支 槍支 弹药 彈藥 火箭 | قورال باشقۇرۇلىدىغان_بومبا
nuclear atomic warhead plutonium uranium radiation radioactive nuclear_test | ядерн атомн уран$ урана$ ураном$ плутони радиац радиоактив полигон | ураны | 核武 核试验 核試驗 核电 核電 核弹 核彈 核能 原子弹 原子彈 铀矿 鈾礦 放射性 辐射 輻射 | يادرو ئاتوم
bomb bombardment airstrike shelling explosion explosive blast | обстрел взрыв авиаудар бомбы$ бомбу$ бомб$ бомбой$ бомбеж бомбил | бомба жарылыс жарылғыш | 炸弹 炸彈 轰炸 轟炸 爆炸 空袭 空襲 炮击 炮擊 | بومبا پارتلاش پارتلىت
terrorism terrorist terror counterterrorism counter_terrorism anti_terrorism | террор теракт | лаңкес | 恐怖主义 恐怖主義 恐怖分子 恐怖袭击 恐怖襲擊 反恐 恐袭 恐襲 | تېرورلۇق تېررورلۇق تېرورچى تېررورچى تېررورىزم تېرورىزم
extremism extremist radicalism radicalise fanatic fundamentalism fundamentalist jihad jihadist | экстреми радикализ фундаментали джихад фанатик | джиһад жиһад | 极端主义 極端主義 极端分子 極端分子 极端思想 極端思想 去极端化 去極端化 圣战 聖戰 原教旨 | ئەسەبىي ئاشقۇن رادىكال جىھاد
espionage spy spying intelligence_agency intelligence_service secret_service kgb spies | шпион разведк разведыват разведчик спецслужб кгб$ | тыңшы барлау_қызмет жансыз | 间谍 間諜 情报 情報 特工 谍报 諜報 | جاسۇس ئىستىخبارات
secret secrecy classified clandestine confidential covert leaked | секретн засекреч тайн конфиденциальн | құпия жасырын | 秘密 机密 機密 保密 泄密 洩密 绝密 絕密 | مەخپىي
police policeman gendarme constable police_station policemen | полиц милици | | 警察 公安 警方 民警 武警 派出所 | ساقچى
corruption corrupt bribe bribery graft embezzlement embezzle kickback nepotism | коррупц взятк взяточ хищени казнокрад кумовств подкуп | жемқор парақор сыбайлас | 腐败 腐敗 贪污 貪汙 贿赂 賄賂 受贿 受賄 行贿 行賄 反腐 贪官 貪官 | چىرىك پارىخور
propaganda propagandist indoctrination brainwashing | пропаганд агитац промыван | насихат үгіт | 宣传 宣傳 洗脑 洗腦 灌输 灌輸 | تەشۋىق مېڭىسىنى
ideology ideological doctrine dogma | идеолог доктрин | | 意识形态 意識形態 思想体系 思想體系 教条 教條 学说 學說 | ئىدېئولوگىيە ئىدىيە
disinformation misinformation fake_news hoax falsehood | дезинформ фейк лживы ложь$ лжи$ ложью$ | жалған_ақпарат өтірік | 虚假信息 虛假信息 谣言 謠言 谎言 謊言 假新闻 假新聞 造谣 造謠 | يالغان ئىغۋا
nationalism nationalist chauvinism chauvinist | национализм националист шовини | ұлтшыл | 民族主义 民族主義 沙文主义 沙文主義 | مىللەتچى
patriotism patriot patriotic homeland motherland fatherland | патриот родин отечеств отчизн | отан$ отаны отанға отансүй елжанды атамекен туған_жер | 爱国 愛國 祖国 祖國 故土 家园 家園 | ۋەتەنپەرۋەر ۋەتەن$ ۋەتىن ۋەتەننى ئانا_ۋەتەن
empire imperial imperialism imperialist | импери | патшалы | 帝国 帝國 帝制 | ئىمپېرىيە جاھانگىر
colony colonial colonialism colonise coloniser decolonisation settler_colonialism | колониальн колониз колониализм колонист | отарла отаршыл отарлық | 殖民 垦殖 墾殖 | مۇستەملىكە مۇستەملىكى
communism communist marxism marxist leninism bolshevik maoist maoism | марксист марксизм ленинизм большевик коммунизм коммунист компарт | | 马克思 馬克思 共产党 共產黨 毛泽东 毛澤東 共产主义 共產主義 | كوممۇنىس ماركسىزم
socialism socialist | социалист социализм | | 社会主义 社會主義 | سوتسىيالىس
capitalism capitalist bourgeois bourgeoisie | капитализм капиталист буржуа | | 资本主义 資本主義 资产阶级 資產階級 | كاپىتالىس
liberalism liberal neoliberal | либерал | | 自由主义 自由主義 自由派 | لىبېرال
democracy democratic democratisation | демократ | | 民主 | دېموكرات
republic republican | республик | | 共和国 共和國 共和党 共和黨 共和制 | جۇمھۇرىيەت جۇمھۇرىيىت
monarchy monarch king kingdom queen prince princess throne royal reign | монарх королев король$ короля$ престол трон$ трона$ | тақ$ тағын ханзада патша | 君主 王国 王國 王室 王位 王子 | پادىشاھ شاھزادە
emperor tsar tsarist czar | император царь$ царя$ царск цариз | патша | 皇帝 沙皇 天子 | ئىمپېراتور چار_پادىشاھ
khan khanate sultan emir emirate | хан$ хана$ ханств султан эмир$ эмира$ эмират | хандығы хандық сұлтан әмір$ | 可汗 汗国 汗國 酋长国 酋長國 | خانلىق سۇلتان ئەمىر
opposition dissident dissent dissenter | оппозиц диссидент инакомысл | қарсыластар | 反对派 反對派 反对党 反對黨 异见 異見 异议人士 異議人士 不同政见 不同政見 | ئۆكتىچى
activist activism campaigner rights_defender | активист правозащит | белсендіс құқық_қорғаушы | 活动人士 活動人士 维权 維權 活动家 活動家 | پائالىيەتچى ھوقۇق_قوغدى
political_party ruling_party | однопартий многопартий межпартий правящ_парт политическ_парт партийн | саяси_партия | 政党 政黨 执政党 執政黨 党派 黨派 党员 黨員 党中央 黨中央 党委 黨委 | پارتىيە كومپارتىيە
cadre bureaucracy bureaucrat bureaucratic functionary apparatchik civil_servant | чиновник бюрократ госслужащ кадров аппаратчик | шенеунік мемлекеттік_қызметші | 干部 幹部 官员 官員 官僚 公务员 公務員 | كادىر ئەمەلدار بىيۇروكرات
governor mayor municipality municipal prefecture county | губернатор мэр$ мэра$ мэрия$ мэрии$ муниципал акимат префектур уезд | әкім | 省长 省長 市长 市長 县长 縣長 州长 州長 书记 書記 自治州 | ۋالىي شەھەر_باشلىق ھاكىم$
province provincial oblast | провинци област | облыс | 省份 省级 省級 全省 | ئۆلكە ۋىلايەت ۋىلايىت
centralisation decentralisation federalism federation federal | централиз федерал федераци | орталықтандыр | 中央集权 中央集權 集权 集權 联邦 聯邦 分权 分權 | فېدېرات مەركەزلەش
administration administrative administer administrator | администрац административ | әкімшілі | 行政 | مەمۇرىي
policy policymaker policymaking | политика$ политики$ политику$ политикой$ политике$ | саясат | 政策 方针 方針 | سىياسەت سىياسىت
reform reformer reformist restructuring perestroika modernisation | реформ перестройк модерниз | жаңғырт қайта_құру | 改革 改制 现代化 現代化 维新 維新 变法 變法 | ئىسلاھات زامانىۋىلاش
opening_up liberalisation deregulation | либерализ открытост дерегулир | ырықтандыр | 改革开放 改革開放 对外开放 對外開放 自由化 | ئېچىۋېت
stability stable instability unstable destabilise stabilise | стабильн дестабилиз нестабильн устойчив | тұрақты тұрақсыз | 稳定 穩定 维稳 維穩 动荡 動盪 | مۇقىم
crisis crises turmoil emergency | кризис чрезвычайн | дағдарыс төтенше | 危机 危機 紧急状态 緊急狀態 突发事件 突發事件 | كىرىزىس جىددىي_ھالەت
legitimacy legitimate illegitimate legitimise | легитим мандат | | 合法性 正当性 正當性 正统 正統 天命 | قانۇنىيلىق
resign resignation dismissal oust ouster impeachment impeach | отставк уволен импичмент | қызметінен_бос | 辞职 辭職 下台 下臺 罢免 罷免 弹劾 彈劾 免职 免職 | ئىستىپا
appoint appointment successor succession inauguration | назначен назначил преемник инаугурац | тағайында мұрагер | 任命 接班人 继任 繼任 就职 就職 上任 | تەيىنل ۋارىس
united_nations unesco unicef | оон$ ооновск юнеско юнисеф | біріккен_ұлттар | 联合国 聯合國 教科文 | بىرلەشكەن_دۆلەتلەر
nato alliance allied bloc coalition axis | нато$ альянс союзник союзниц коалиц | одақтас | 北约 北約 盟国 盟國 盟友 联盟 聯盟 结盟 結盟 同盟 | ناتو ئىتتىپاقداش
globalisation multipolar multilateral multilateralism unipolar world_order | глобализ многополяр многосторонн однополяр миропоряд | жаһандан көпполяр | 全球化 多极 多極 多边 多邊 世界秩序 国际秩序 國際秩序 | يەرشارىلىش كۆپ_قۇتۇپ
hegemony hegemon hegemonic superpower great_power dominance domination dominant | гегемон сверхдержав господств доминир | үстемдік алпауыт_ел | 霸权 霸權 超级大国 超級大國 主导地位 主導地位 支配 称霸 稱霸 | زومىگەر ھۆكۈمران
soft_power prestige image_building reputation | мягк_сил престиж репутац имидж | жұмсақ_күш бедел | 软实力 軟實力 声誉 聲譽 威望 国家形象 國家形象 | يۇمشاق_كۈچ ئىناۋەت
belt_and_road silk_road belt_and obor | пояса_и_пут пояс_и_пут один_пояс | жібек_жол бір_белдеу | 一带一路 一帶一路 丝绸之路 絲綢之路 丝路 絲路 | يىپەك_يول بىر_بەلباغ بىر_بەلۋاغ
# Rights and justice
human_rights civil_rights civil_liberties | прав_человека$ права_человека$ правам_человека$ правами_человека$ правах_человека$ правозащит | адам_құқы адам_құқұ құқық_қорғау | 人权 人權 维权 維權 公民权 公民權 | كىشىلىك_ھوقۇق ئىنسان_ھەق ئىنسان_ھوقۇق
court courtroom courthouse tribunal trial judge judicial judiciary verdict sentencing jury | суд$ суда$ суду$ судом$ суде$ судебн судьи$ судей$ судьей$ судью$ трибунал приговор вердикт присяжн | соттал соттың сотта$ сотқа сотына сотының сотында судья үкім$ үкімі$ үкімін | 法院 法庭 法官 审判 審判 判决 判決 庭审 庭審 开庭 開庭 司法 | سوت$ سوتى سوتتا سوتنىڭ سوتقا سوتلا سوتچى
convict conviction sentenced acquittal acquit guilty guilt | осужд осудил виновн оправдател | соттал кінәлі айыпкер | 判刑 定罪 有罪 无罪 無罪 被判 | ھۆكۈم_قىل گۇناھكار جىنايەتچى
lawyer attorney solicitor advocate barrister prosecutor prosecute prosecution | адвокат юрист прокур обвинител | заңгер | 律师 律師 检察官 檢察官 检察院 檢察院 公诉 公訴 起诉 起訴 辩护 辯護 | ئادۋوكات پروكۇرور تەپتىش
prison prisoner jail jailer imprison imprisonment incarcerate inmate | тюрьм тюрем заключенн заключени_под лишени_свободы узник каторг колония_строгого сизо$ | түрме абақты тұтқын бас_бостандығы | 监狱 監獄 坐牢 囚犯 囚禁 入狱 入獄 服刑 徒刑 | تۈرمە تۈرمى زىندان مەھبۇس
detention detain detainee arrest custody captivity captive internment hostage kidnap abduct abduction | задержа арест$ аресты$ ареста$ аресто интерниров заложник плен$ плену$ пленн | қамау тұтқында кепілге | 拘留 关押 關押 逮捕 拘押 被捕 扣押 羁押 羈押 拘禁 被抓 绑架 綁架 | تۇتقۇن قاماق قامال
camp internment_camp concentration_camp re_education reeducation gulag | лагер концлагер перевоспитани гулаг | қайта_тәрбиеле | 集中营 集中營 再教育 劳改 勞改 劳教 勞教 拘留营 拘留營 教培中心 营地 營地 | لاگېر قايتا_تەربىيە
torture torturer torment ill_treatment mistreatment maltreatment mistreat beating brutality cruelty cruel brutal abuse | пытк пыток истязан избиени жесток издеват | азапта қинау қинал қатыгез ұрып_соғ | 酷刑 虐待 拷打 折磨 殴打 毆打 残酷 殘酷 残忍 殘忍 | قىيناق قىيىن_قىستاق خورلا
interrogation interrogator | допрос допраш | жауап_алу тергеп | 审讯 審訊 审问 審問 盘问 盤問 讯问 訊問 | سوراق
forced_labour slavery slave enslave enslavement servitude serf serfdom bondage coerce coercion coercive | принудительн принужд подневольн рабств невольник каторж крепостн | мәжбүр құлдық | 强迫劳动 強迫勞動 强制劳动 強制勞動 奴役 奴隶 奴隸 强迫 強迫 强制 強制 农奴 農奴 | مەجبۇرىي مەجبۇرلا قۇلچىلىق
sterilisation contraception contraceptive abortion birth_control family_planning | стерилиз контрацеп аборт планирован_семьи контрол_рождаемости | ұрықсыз жүкті_болудан түсік | 绝育 絕育 节育 節育 堕胎 墮胎 避孕 计划生育 計劃生育 流产 流產 | تۇغماس تۇغۇت_چەكلە پىلانلىق_تۇغۇت
rape rapist sexual_violence sexual_abuse sexual_assault harassment | изнасил сексуальн_насили домогательств | зорла зорлық | 强奸 強姦 性侵 性暴力 性侵犯 性骚扰 性騷擾 | باسقۇنچ نومۇسىغا
violence violent | насили насильствен | зорлық зомбылық | 暴力 | زوراۋان
persecution persecute repression repress repressive suppression suppress crackdown oppression oppress oppressor oppressive clampdown purge | преследован репресс гонени подавлен угнетен притеснен чистк облав | қуғын қудала жаныш езгі | 迫害 镇压 鎮壓 打压 打壓 压迫 壓迫 整肃 整肅 清洗 严打 嚴打 | زىيانكەشلىك باستۇر زۇلۇم ئېزىش
genocide genocidal ethnic_cleansing crimes_against_humanity holocaust | геноцид этническ_чистк холокост против_человечности | | 种族灭绝 種族滅絕 种族清洗 種族清洗 反人类 反人類 危害人类 危害人類 | ئىرقىي_قىرغىن قىرغىنچىلىق
massacre slaughter mass_killing bloodshed bloodbath atrocity | резн массов_убийств кровопролити зверств расправ | қырғын | 屠杀 屠殺 血腥 暴行 惨案 慘案 流血 | قىرغىن قەتلىئام
murder murderer kill killer assassination assassin homicide slain | убийств убийц убит убил покушени | өлтір кісі_өлтір қастандық | 谋杀 謀殺 杀害 殺害 杀人 殺人 暗杀 暗殺 凶手 兇手 刺杀 刺殺 | قاتىل ئۆلتۈر سۇيىقەست
execution execute executioner death_penalty capital_punishment gallows | казн$ казни$ казнен казнил смертн_казн смертную_казн смертной_казн расстрел | өлім_жазасы ату_жазасы асып_өлтір дар_ағаш | 死刑 处决 處決 枪决 槍決 极刑 極刑 | ئۆلۈم_جازا
punishment punish punitive penalty penal | наказан карательн штраф | жаза$ жазасы жазала айыппұл | 惩罚 懲罰 处罚 處罰 惩治 懲治 刑罚 刑罰 罚款 罰款 | جازا$ جازالا جازاسى جەرىمانە
discrimination discriminatory racism racist racial prejudice xenophobia islamophobia bigotry segregation apartheid | дискримин расизм расист ксенофоб предрассуд сегрегац исламофоб апартеид предубежд | кемсіт алалау нәсілшіл | 歧视 歧視 种族主义 種族主義 偏见 偏見 种族歧视 種族歧視 隔离制度 隔離制度 仇外 | كەمسىت ئىرقچى
minority indigenous ethnic ethnicity nationality tribe tribal | меньшинств коренн_народ этнич этнос народност племен | азшылық ұлт_өкіл тайпа | 少数民族 少數民族 民族 原住民 族裔 部落 族群 | ئاز_سانلىق مىللەت مىللىي قەبىلە
refugee displaced displacement flee fled | беженц беженец перемещенн | босқын | 难民 難民 流离失所 流離失所 | مۇساپىر قاچاق
asylum sanctuary | убежищ | баспана_сұра | 庇护 庇護 避难 避難 收容 | پاناھ
deportation deport deportee repatriation extradition extradite expulsion expel banish banishment | депорт высыл выслан репатри экстрадиц выдворен | жер_аудар айдау$ қуып_шық | 遣返 驱逐 驅逐 引渡 遣送 | دېپورتاتسىيە سۈرگۈن
exile diaspora emigre expatriate | изгнан диаспор | қуғында эмигра | 流亡 侨民 僑民 海外华人 海外華人 散居 放逐 | مۇھاجىر دىئاسپورا
citizenship citizen passport naturalisation visa | граждан паспорт виза$ визу$ визы$ визов безвиз | азаматтығы азаматтық азаматтар төлқұжат | 国籍 國籍 公民 护照 護照 签证 簽證 入籍 | گراژدان ۋەتەنداش پۇقرا پاسپورت ۋىزا
witness eyewitness testimony testify survivor | свидетел выживш очевидец$ очевидц | куәгер куәлік_бер айғақ | 证人 證人 目击 目擊 作证 作證 证词 證詞 证言 證言 幸存者 倖存者 | گۇۋاھچى گۇۋاھلىق
victim sufferer suffering | жертва$ жертвы$ жертву$ жертв$ жертвам$ жертвами$ жертвой$ пострадавш потерпевш | құрбаны құрбандар құрбандық жапа_шек | 受害者 受害人 遇难者 遇難者 | قۇربان زىيانكەشلىككە
accusation accuse accuser allegation allege condemnation condemn denounce denunciation blame | обвин осужда осуждени порица упрек | айыпта кінәла сөкті | 指控 指责 指責 谴责 譴責 控诉 控訴 控告 | ئەيىبل
denial deny refute refutation rebut rebuttal | отрица опроверг опроверж отвергл отверга | жоққа_шығар теріске_шығар | 否认 否認 驳斥 駁斥 反驳 反駁 抵赖 抵賴 | ئىنكار رەت_قىل
evidence proof forensic evidentiary | доказательств улик подтвержден | дәлел айғақ | 证据 證據 证明 證明 铁证 鐵證 | دەلىل ئىسپات پاكىت
investigation investigator inquiry probe inquest detective | расследован следствен следовател дознан | тергеу тексеру | 调查 調查 侦查 偵查 侦探 偵探 查处 查處 | تەكشۈر تەھقىق
complaint petition petitioner plaintiff lawsuit litigation | жалоб петици иск$ иска$ истец апелляц | шағым арыз талап_арыз | 上访 上訪 信访 信訪 请愿 請願 投诉 投訴 诉讼 訴訟 上诉 上訴 申诉 申訴 | ئەرز$ شىكايەت دەۋا
disappearance disappear vanish missing | исчезнов пропавш без_вести | жоғалып хабарсыз_кет із_түзсіз | 失踪 失蹤 失联 失聯 被消失 下落不明 | غايىب ئىز_دېرەكسىز
raid confiscation seizure seize | обыск конфиск изъяти изъял | тінту тәркіле | 搜查 没收 沒收 查抄 突袭 突襲 查封 | ئاختۇر مۇسادىرە
compensation reparation restitution redress rehabilitation | компенсац возмещени реабилит репарац | өтемақы ақтау$ ақталды | 赔偿 賠償 补偿 補償 平反 赔款 賠款 恢复名誉 恢復名譽 | تۆلەم تۆلەپ_بې
apology apologise regret remorse repentance repent | извин раскаян | кешірім | 道歉 忏悔 懺悔 悔罪 致歉 | كەچۈرۈم
amnesty pardon freed liberate | освобожд освободи амнист помилован | босатыл азат_ет рақымшылық | 释放 釋放 获释 獲釋 特赦 大赦 解救 | قويۇپ_بېر ئازاد_قىل
freedom liberty freely | свобод | бостандық еркіндік азаттық | 自由 | ئەركىن ئازادلىق
justice injustice unjust fairness impunity accountability accountable | справедлив правосуди безнаказан подотчет | әділ | 正义 正義 公正 公道 冤案 问责 問責 不公 | ئادالەت ئادىل ئادالىت
equality inequality unequal equal egalitarian | равенств равноправ неравен | тең_құқық теңдік теңсіздік | 平等 不平等 贫富差距 貧富差距 均等 | باراۋەر تەڭلىك
crime criminal felony offender theft robbery thief gang mafia thieves steal stole stolen | преступ кримин краж грабеж мафи бандит бандформ | қылмыс ұрлық тонау | 犯罪 罪犯 罪行 刑事 盗窃 盜竊 抢劫 搶劫 黑帮 黑幫 | جىنايەت جىنايى ئوغرى
fraud scam swindle deception deceive deceit cheat | мошенн афер обман махинац | алаяқ алдау$ | 欺诈 欺詐 诈骗 詐騙 骗局 騙局 欺骗 欺騙 | ئالدامچى كۆز_بويا
trafficking smuggling smuggler contraband trafficker | контрабанд торговл_людьми незаконн_оборот | адам_саудасы | 走私 贩卖 販賣 人口贩运 人口販運 拐卖 拐賣 | ئەتكەسچى
drug narcotic opium heroin cocaine addict addiction addictive opioid | наркот опиум героин кокаин наркоман | есірткі нашақор апиын | 毒品 鸦片 鴉片 吸毒 海洛因 贩毒 販毒 毒瘾 毒癮 | زەھەرلىك_چېكىملىك ئەپيۇن خىروئىن
suicide self_harm suicidal | самоубий суицид | өзіне_өзі | 自杀 自殺 自尽 自盡 | ئۆزىنى_ئۆلتۈر
death dead died die mortality deceased perish fatal fatality funeral burial cemetery graveyard mourning dies | смерт умер$ умерл умерш гибел погиб похорон кладбищ могил траур | қайтыс_бол өлім қаза_бол қаза_тап жерле зират | 死亡 去世 死者 葬礼 葬禮 墓地 丧生 喪生 坟墓 墳墓 遇难 遇難 | ئۆلۈم ۋاپات قەبرە مازار نامىزى
organ_harvesting transplant transplantation | трансплант пересадк | ағза_ауыстыр | 器官移植 活摘器官 移植 器官 | ئەزا_كۆچۈر
surveillance surveil monitoring cctv camera facial_recognition eavesdrop wiretap | слежк слежен видеонаблюд прослушк прослушиван распознаван_лиц видеокамер | бейнебақылау қадағала аңду бейнекамера | 监控 監控 监视 監視 摄像头 攝像頭 人脸识别 人臉識別 窃听 竊聽 | نازارەت كامېرا كۆزەت
biometric dna fingerprint iris_scan | биометр отпечатк днк$ | саусақ_із днқ$ | 生物识别 生物識別 指纹 指紋 生物特征 生物特徵 基因 | بىئومېتر بارماق_ئىزى
privacy personal_data data_protection | конфиденциальност персональн_данн личн_данн | жеке_дерек дербес_дерек | 隐私 隱私 个人信息 個人信息 个人数据 個人數據 | شەخسىي_ئۇچۇر
social_credit trustworthiness | социальн_кредит социальн_рейтинг | әлеуметтік_рейтинг | 社会信用 社會信用 信用体系 信用體系 失信 征信 徵信 | ئىجتىمائىي_ئىناۋەت
censorship censor ban banned forbid forbidden prohibit prohibition prohibitive bans | цензур запрет запрещ | тыйым | 审查 審查 查禁 禁止 封杀 封殺 删帖 刪帖 | تەكشۈرۈپ_چەكلە چەكلىمە چەكلەن مەنئى
compliance obedience obey disobey disobedience loyalty loyal disloyal allegiance submission submissive | послушан лояльн подчинени повинов верност преданност | бағыну адалдық берілген | 服从 服從 忠诚 忠誠 效忠 顺从 順從 听话 聽話 | ساداقەت سادىق بويسۇن
betrayal betray traitor treason treacherous collaborator | предател предал$ измен$ измена$ измену$ измене$ изменник | сатқын опасыз | 叛徒 背叛 叛国 叛國 卖国 賣國 汉奸 漢奸 | خائىن ساتقىن
denouncer informant informer snitch | доносчик осведомител стукач донос$ доносы$ доноса$ доносов$ | жансыз көрсеткіш_бер | 告密 举报 舉報 检举 檢舉 | پاش_قىل
# Economy
economy economic economist | экономик экономич экономист | шаруашылық | 经济 經濟 | ئىقتىساد
trade trader merchant commerce commercial merchandise barter | торгов коммерц купец купцы купцов товарооборот | сауда тауар | 贸易 貿易 商人 商业 商業 商贸 商貿 通商 | سودا$ سودى تىجارەت
export exporter import importer | экспорт импорт | | 出口 进口 進口 进出口 進出口 | ئېكىسپورت ئېكسپورت ئىمپورت
customs tariff duties protectionism protectionist | таможн тариф пошлин протекционизм | кеден баж_салы | 关税 關稅 海关 海關 贸易保护 貿易保護 | تاموژنا تامۇژنا تاموژنى
market marketplace bazaar | рынок$ рынка рынке рынку рынки рынков рыночн ярмарк | нарық базар жәрмеңке | 市场 市場 集市 巴扎 | بازار بازىرى
investment invest investor shareholder funding | инвест акционер вложени | | 投资 投資 融资 融資 注资 注資 | مەبلەغ
debt indebted loan lender creditor borrower borrow mortgage repayment debtor | долг$ долга$ долги$ долгов$ долгу$ задолжен кредит заем ипотек должник займа$ займы$ займов$ | қарыз несие | 债务 債務 贷款 貸款 欠债 欠債 债权 債權 借贷 借貸 负债 負債 信贷 信貸 | قەرز قەرىز كرېدىت
default bankrupt bankruptcy insolvency insolvent bailout | дефолт банкрот | төлем_қабілет | 破产 破產 违约 違約 倒闭 倒閉 | ۋەيران_بول
budget budgetary spending expenditure deficit subsidy subsidise fiscal | бюджет субсиди дотаци | қаражат демеуқаржы тапшылық | 预算 預算 财政 財政 补贴 補貼 赤字 拨款 撥款 开支 開支 | خامچوت مالىيە
tax taxes taxation taxpayer levy | налог | салық | 税收 稅收 征税 徵稅 纳税 納稅 税务 稅務 赋税 賦稅 | باج$ باجنى باجلار
bank banker lending financier finance financial | банк$ банка$ банки$ банков банку$ банком$ банке$ финанс | қаржы банкі банктер | 银行 銀行 金融 | بانكا پۇل_مۇئامىلە
currency yuan renminbi dollar rouble ruble tenge exchange_rate money monetary cash coin banknote | валют юан рубл доллар тенге деньг денег денежн монета$ монеты$ монет$ | ақша теңге | 货币 貨幣 人民币 人民幣 美元 汇率 匯率 卢布 盧布 钱币 錢幣 | پۇل$ پۇلى دوللار خەلق_پۇلى
inflation price costly expensive | инфляц цен$ цена$ цены$ ценам ценах цену$ дорожа подорожа дороговизн | баға$ бағасы бағаның бағалар қымбатта | 通胀 通脹 通货膨胀 通貨膨脹 物价 物價 价格 價格 涨价 漲價 | باھا$ باھاسى مال_باھا
growth boom prosperity prosperous prosper flourish thriving | рост$ роста$ росту$ ростом$ процветани благополуч | өсім$ өсімі гүлден өркенде | 增长 增長 繁荣 繁榮 富强 富強 兴旺 興旺 | ئېشىش گۈللەن روناق
gdp gross_domestic productivity | ввп$ валов производительност | жіө$ ішкі_өнім | 生产总值 生產總值 国内生产 國內生產 产值 產值 生产力 生產力 | مەھسۇلات_قىممىتى
recession slowdown stagnation downturn | рецесс застой$ застоя спад$ спада$ замедлени | құлдырау тоқырау баяула | 衰退 下滑 萧条 蕭條 放缓 放緩 停滞 停滯 | چېكىنىش
development develop underdeveloped | развити развива | даму$ дамуы дамыту | 发展 發展 开发 開發 | تەرەققىي
industry industrial industrialisation manufacture manufacturer | промышлен индустри производств производитель$ производителя$ производителей$ производители$ | өнеркәсіп өндіріс | 工业 工業 产业 產業 制造业 製造業 制造商 製造商 | سانائەت
factory workshop | завод$ завода$ заводе$ заводы$ заводов$ заводск фабрик | зауыт цех | 工厂 工廠 厂房 廠房 车间 車間 厂商 廠商 | زاۋۇت فابرىكا كارخانا
enterprise company corporation business entrepreneur entrepreneurship businessman conglomerate businessmen | предприят компани$ компания компании компаний компанию корпораци фирм$ фирма$ фирмы$ бизнес предпринимат | кәсіпорын кәсіпкер | 企业 企業 公司 企业家 企業家 商家 集团 集團 | كارخانا شىركەت تىجارەتچى
state_owned soe nationalisation privatisation private_sector soes | приватиз госкомпан госпредприят госсобственн национализац национализир | жекешелендір мемлекет_меншігі | 私有化 私企 私营 私營 国有企业 國有企業 国有化 國有化 国有资产 國有資產 央企 | دۆلەت_ئىگىلىكى خۇسۇسىيلاشتۇر
monopoly monopolist oligarch tycoon billionaire | монопол олигарх магнат миллиардер | | 垄断 壟斷 寡头 寡頭 巨头 巨頭 亿万富翁 億萬富翁 | مونوپول
work_force worker labourer workforce employee labour trade_union labor_union | рабочий$ рабочие$ рабочих$ рабочего$ рабочим$ трудов трудящ работник профсоюз | жұмысшы еңбек кәсіподақ қызметкер | 工人 劳动 勞動 工会 工會 员工 員工 劳工 勞工 劳动力 勞動力 | ئىشچى ئەمگەك
employment employ employer unemployed unemployment jobless hiring recruitment layoff job jobs | безработ занятост трудоустр вакан работодат | жұмыссыз жұмыспен_қам жұмыс_орын | 就业 就業 失业 失業 招聘 裁员 裁員 岗位 崗位 雇主 僱主 雇员 僱員 | ئىشسىز ئىشقا_ئورۇنلاش
wage salary income earnings pension pensioner retirement retiree | зарплат оклад$ жаловань пенси заработн доход$ дохода$ доходы$ доходов$ доходам$ доходах$ | жалақы айлық$ зейнетақы | 工资 工資 薪水 收入 养老金 養老金 退休 薪酬 | مائاش ئىش_ھەققى كىرىم پېنسىيە
poverty poor poorest impoverish destitute pauper misery deprivation | бедност бедны нищ беднейш малоимущ | кедей жоқшылық жарлы$ | 贫困 貧困 贫穷 貧窮 脱贫 脫貧 扶贫 扶貧 穷人 窮人 | نامرات كەمبەغەل
wealth wealthy rich affluent millionaire luxury fortune | состоятельн роскош миллионер богатств богаты$ богатые$ богатых$ богатый$ богач | байлық ауқатты | 财富 財富 富人 富裕 奢侈 富豪 | بايلىق بايلار باي$
property ownership landlord landowner estate real_estate realty tenant | собственност недвижим имуществ землевладел помещик | меншік мүлік жылжымайтын | 财产 財產 房地产 房地產 所有权 所有權 不动产 不動產 | مۈلۈك پومېشچىك
land farmland pasture grassland grazing rangeland arable | земель пастбищ пашн угодь земля$ земли$ землю$ землей$ земле$ землевлад земледел | жер_телім жайылым жер_учаске шабындық | 土地 耕地 草原 牧场 牧場 草场 草場 农田 農田 | يايلاق تېرىلغۇ
agriculture agricultural farming farmer crop harvest wheat grain rice peasant peasantry irrigation cultivate fertiliser | сельск_хозяйств сельхоз аграрн фермер крестьян урожа пшениц зерн посев орошен агроном рис$ | ауыл_шаруашылы егін астық бидай диқан суару күріш шаруа$ шаруалар | 农业 農業 农民 農民 农村 農村 粮食 糧食 庄稼 莊稼 小麦 小麥 水稻 收成 灌溉 农场 農場 耕种 耕種 | يېزا_ئىگىلىك دېھقان بۇغداي ئاشلىق تېرىقچىلىق زىرائەت ھوسۇل
cotton textile garment yarn clothing apparel | хлопок хлопк текстил ткан$ ткани$ швейн пряж | мақта$ мақтаның мақтасы тоқыма тігін | 棉花 纺织 紡織 服装 服裝 棉纺 棉紡 棉田 | پاختا پاختى توقۇمىچىلىق كىيىم_كېچەك
livestock cattle sheep herd goat camel shepherd cow horse cows | скот$ скота$ скотовод животновод овец$ овцы$ овца$ верблюд пастух коров лошад | мал_шаруашылы мал$ түйе жылқы сиыр шопан малшы | 牲畜 牛羊 羊群 畜牧 骆驼 駱駝 | چارۋا كالا$ تۆگە
mining miner mineral ore coal gold copper lithium rare_earth metal steel quarry ores | шахт рудник горнодобыв горняк руд$ руда$ руды$ угля$ уголь золот медн литий редкоземел металл стали$ карьер$ | кен$ кеніш кенші көмір алтын | 采矿 採礦 矿山 礦山 矿业 礦業 矿产 礦產 煤矿 煤礦 煤炭 黄金 黃金 稀土 钢铁 鋼鐵 金属 金屬 锂矿 鋰礦 | كان$ كانچى كۆمۈر ئالتۇن مېتال پولات
oil petroleum gas oilfield refinery petrochemical gasoline petrol lng opec | нефт газ$ газа$ газов$ газовый газовой газовых газовая газовую газопровод бензин опек$ | мұнай газы$ газды | 石油 天然气 天然氣 原油 油田 炼油 煉油 汽油 油气 油氣 | نېفىت تەبىئىي_گاز گاز$ بېنزىن
energy electricity electric power_plant power_station hydropower blackout | энерг электричес электроэнерг электростанц электросет | электр$ | 能源 电力 電力 发电 發電 电网 電網 供电 供電 停电 停電 | ئېنېرگىيە ئېلېكتر توك$
renewable solar wind_power turbine photovoltaic | возобновляем ветроэнерг | жаңартылатын күн_электр жел_электр | 可再生 太阳能 太陽能 风电 風電 光伏 清洁能源 清潔能源 | قۇياش_ئېنېرگىيە
resource extraction extract | ресурс месторожден залеж недр$ недра$ недрах$ недропольз | кен_орны қазба | 资源 資源 开采 開採 矿藏 礦藏 | بايلىق_مەنبە
pipeline | трубопровод газопровод нефтепровод | құбыр газ_құбыр | 管道 管线 管線 输油 輸油 输气 輸氣 | تۇرۇبا نېفىت_تۇرۇبىسى
transport transportation freight cargo logistics shipment shipping truck trucker container | транспорт перевоз грузов груз$ грузы$ логист контейнер фур$ фуры$ | көлік жүк$ жүк_тасымал тасымал | 运输 運輸 物流 货运 貨運 货物 貨物 集装箱 集裝箱 卡车 卡車 交通 | قاتناش توشۇش لوگىستىكا ماشىنا
railway railroad locomotive rail | железнодорожн железн_дорог железная_дорога поезд рельс локомотив вагон | теміржол темір_жол пойыз | 铁路 鐵路 火车 火車 高铁 高鐵 列车 列車 铁道 鐵道 | تۆمۈريول تۆمۈر_يول پويىز
road highway motorway motorist expressway bridge | дорога$ дороги$ дорогу$ дороге$ дорогам дорожн автомобильн_дорог шоссе трасс автодорог автострад мост$ моста$ мосты$ | тасжол автожол жол_салу көпір | 公路 高速公路 桥梁 橋梁 大桥 大橋 | تاشيول يول_ياسا كۆۋرۈك
port seaport harbour ship shipyard fleet naval navy maritime | порт$ порта$ порту$ портов флот судоход корабл военно_морск морской_порт верф | портты порты айлақ теңіз_флот кеме$ кемесі кемелер | 港口 码头 碼頭 船舶 海军 海軍 航运 航運 舰队 艦隊 轮船 輪船 军舰 軍艦 | پورت$ پورتى كېمە دېڭىز_ئارمىيە پاراخوت
airport airline aircraft aviation airplane plane flight helicopter drone | аэропорт авиац авиакомпан авиарейс самолет пилот вертолет беспилотн дрон$ дроны$ дронов | әуежай ұшақ ұшқыш тікұшақ | 机场 機場 航空 飞机 飛機 航班 直升机 直升機 无人机 無人機 | ئايرودروم ئايرۇپىلان ئۇچقۇچى
infrastructure construction construct builder building megaproject | инфраструктур строит построен стройк сооружен | инфрақұрылым құрылыс салынды | 基础设施 基礎設施 基建 施工 | ئۇل_ئەسلىھە قۇرۇلۇش ئاساسىي_ئەسلىھە
corridor transit hub gateway logistics_hub hubs | коридор транзит хаб$ хаба$ | дәліз | 走廊 过境 過境 枢纽 樞紐 中转 中轉 | كارىدور ترانزىت
technology technological tech innovation innovative innovator startup semiconductor chip microchip | технолог инноваци стартап полупроводник микросхем чип$ чипы$ чипов | жартылай_өткізгіш | 科技 技术 技術 创新 創新 芯片 半导体 半導體 高科技 | تېخنىكا تېخنولوگىيە ئۆزەك ئىجادچانلىق
internet online website web cyberspace cyber hacker cyberattack hacking app smartphone apps | интернет онлайн сайт кибер хакер смартфон | ғаламтор желіде | 互联网 互聯網 网络 網絡 网站 網站 上网 上網 黑客 网民 網民 手机 手機 | ئىنتېرنېت تورداش تور$ خاككېر
social_media facebook twitter wechat tiktok weibo whatsapp telegram youtube blogger blog | соцсет социальн_сет фейсбук твиттер блогер тикток вичат ютуб | әлеуметтік_желі | 社交媒体 社交媒體 微信 微博 推特 脸书 臉書 抖音 博客 | ئىجتىمائىي_تاراتقۇ ئۈندىدار فېيسبۇك
artificial_intelligence algorithm big_data robot automation machine_learning | искусственн_интеллект алгоритм робот нейросет больш_данн автоматиз | жасанды_интеллект | 人工智能 算法 大数据 大數據 机器人 機器人 自动化 自動化 | سۈنئىي_ئەقىل چوڭ_سانلىق_مەلۇمات
digital software computer computing database electronic data | цифров компьютер программн_обеспечен баз_данн электронн | цифрлық дерекқор | 数字化 數字化 软件 軟件 计算机 計算機 电脑 電腦 数据库 數據庫 数据 數據 | كومپيۇتېر يۇمشاق_دېتال رەقەملىك
telecom telecommunication huawei broadband satellite mobile_network | телекоммуник хуав связист | жерсерік | 电信 電信 华为 華為 卫星 衛星 通讯 通訊 宽带 寬帶 | خۇاۋېي سۈنئىي_ھەمراھ
spacecraft astronaut cosmonaut cosmodrome rocket_launch orbit | космос космич космонавт космодром орбит | ғарыш | 太空 航天 宇航 火箭 航天员 航天員 | ئالەم$ راكېتا
consumption consumer consume retail retailer shop shopper supermarket | потреблен потребит розничн магазин | тұтыну дүкен бөлшек_сауда | 消费 消費 零售 商店 超市 消费者 消費者 | ئىستېمال دۇكان ماگىزىن
supply_chain sourcing supplier procurement | цепочк_поставок поставщик госзакуп закупк | жеткізу_тізбе жеткізуші сатып_алу | 供应链 供應鏈 供应商 供應商 采购 採購 | تەمىنلەش_زەنجىر
shortage scarcity scarce ration | нехватк дефицит | тапшылық жетіспеу | 短缺 紧缺 緊缺 匮乏 匱乏 配给 配給 | كەمچىل قىسچىلىق
tourism tourist traveller sightseeing hotel visitor | туризм турист гостиниц отел$ отели$ путешествен | саяхат қонақүй | 旅游 旅遊 游客 遊客 旅行 酒店 景点 景點 | ساياھەت مېھمانخانا
aid donor humanitarian assistance charity relief philanthropy | гуманитарн благотворит донор$ доноры$ пожертвован | көмек қайырымдылық гуманитарлық | 援助 捐赠 捐贈 慈善 救济 救濟 救援 捐款 人道主义 人道主義 | ياردەم خەير_ساخاۋەت ئىئانە
cooperation partnership partner collaboration joint_venture | сотруднич партнер | ынтымақтас серіктес әріптес | 合作 伙伴 夥伴 协作 協作 | ھەمكارلىق ھەمكارلاش شېرىك
integration eurasian_union customs_union economic_union | интеграц евразэс еаэс$ таможенн_союз | ықпалдас еаэо$ кеден_одағы | 一体化 一體化 融合 整合 | بىر_گەۋدىلىش
competition compete competitor competitive rival rivalry | конкурен соперни | бәсеке | 竞争 競爭 对手 對手 角逐 | رىقابەت رەقىب
self_sufficiency self_reliance self_sufficient self_reliant autarky | самообеспечен самодостаточн опор_на_собственн | өзін_өзі_қамтамасыз | 自给 自給 自力更生 自足 | ئۆزىنى_ئۆزى_تەمىنلە
planned_economy central_planning | плановая_экономик плановой_экономик госплан | бесжылдық жоспарлы_экономика | 五年计划 五年計劃 计划经济 計劃經濟 | بەش_يىللىق پىلانلىق_ئىگىلىك
strategy strategic strategist | стратег | | 战略 戰略 | ئىستراتېگىيە
# Society
family relative household parent mother father grandmother grandfather kin kinship clan ancestor ancestry lineage | семь$ семья$ семьи$ семей семью$ родственник родител мать$ матери$ отец$ отца$ бабушк дедушк | отбасы туыс ата_ана әке$ әкесі анасы ана$ рулық ата_баба | 家庭 亲属 親屬 父母 亲戚 親戚 祖先 母亲 母親 父亲 父親 宗族 | ئائىلە ئائىلى تۇغقان ئاتا_ئانا ئەجداد ئانىسى دادىسى
marriage marry wedding bride groom husband wife wives spouse divorce intermarriage bachelor polygamy | брак$ брака$ браки$ браке$ брачн свадьб женить женился замуж невест жених$ муж$ мужа$ жена$ жены$ жену$ супруг развод$ | үйлен тұрмысқа_шық келін$ күйеу ажырас неке$ некесі некелес некеге | 婚姻 结婚 結婚 婚礼 婚禮 夫妻 妻子 丈夫 离婚 離婚 通婚 新娘 | نىكاھ توي$ توي_قىل خوتۇن ئايالى ئاجرىش
birth birthrate birth_rate newborn baby infant pregnancy pregnant fertility maternal maternity childbirth midwife born | рождаемост рождени роды$ беременн младен новорожден материнств родильн | туу$ бала_туу жүкті сәби нәресте босан | 出生 生育 怀孕 懷孕 婴儿 嬰兒 出生率 分娩 产妇 產婦 孕妇 孕婦 | تۇغۇت تۇغۇلۇش ھامىلدار بوۋاق
child children boy girl kid orphan orphanage kindergarten toddler childhood boys kids | ребен дет$ дети$ детей$ детям детск сирот приют$ детдом детсад мальчик девочк детств | бала$ балалар жетім балабақша сәби | 儿童 兒童 孩子 孤儿 孤兒 幼儿 幼兒 幼儿园 幼兒園 童年 孤儿院 孤兒院 | بالا$ بالىلار يېتىم يەسلى
youth teenager adolescent youngster young youngest generation | молодеж молоды подрост юнош поколени | жастар жасөспірім ұрпақ | 青年 年轻人 年輕人 青少年 | ياشلار ئۆسمۈر ئەۋلاد
woman women female feminist feminism gender | женщин женск гендер феминис | әйел қыз_келіншек | 妇女 婦女 女性 女权 女權 性别 性別 女人 | ئايال خوتۇن_قىز
elderly ageing aging old_age elder | пожил старик старен старейшин | қарт$ қарттар ақсақал қария | 老人 老龄化 老齡化 养老 養老 长者 長者 | ياشانغان قېرىلىق ئاقساقال
demography demographic population census populous depopulation | демограф населени перепис численност_населени | халық_саны санақ | 人口 人口普查 普查 户口 戶口 | نوپۇس ئاھالە
migration migrant immigrant immigration emigrant emigrate resettle resettlement settler settle settlement influx exodus | мигра иммигр эмигр пересел поселенц | көші_қон көшіп_кет көшіп_кел көшу қоныс | 移民 迁移 遷移 移居 定居 迁徙 遷徙 外来人口 外來人口 屯垦 屯墾 | كۆچمەن كۆچۈش كۆچۈپ كۆچۈر كۆچكۈن
nomad nomadic nomadism pastoral pastoralist yurt sedentary sedentarisation herder herdsman herdsmen | кочев юрт$ юрта$ юрты$ оседл скотовод | көшпенді көшпелі киіз_үй отырықшы жайлау | 游牧 牧民 毡房 氈房 蒙古包 牧区 牧區 | كۆچمەن_چارۋىچى چارۋىچى
bingtuan production_construction_corps xpcc paramilitary | бинтуан производственно_строительн строительн_корпус военизирован | | 兵团 兵團 生产建设 生產建設 | بىڭتۇەن
education educational teaching teacher school schoolchild curriculum classroom textbook literacy illiterate illiteracy pupil boarding_school taught | образовани образовательн школ учител учебн педагог грамотност неграмот ученик преподав | білім_беру мектеп мұғалім оқулық оқушы сауат ұстаз | 教育 学校 學校 教师 教師 老师 老師 教科书 教科書 课本 課本 教学 教學 识字 識字 文盲 课堂 課堂 小学生 小學生 中学生 中學生 中小学 中小學 | مائارىپ مەكتەپ مەكتىپ ئوقۇتقۇچى دەرسلىك ساۋات
university academic academia professor campus faculty student scholarship graduate lecturer undergraduate | университет институт академи профессор студент кампус выпускник вуз$ вуза$ вузы$ вузов стипенди | жоғары_оқу шәкіртақы түлек | 大学 大學 学生 學生 教授 高校 学院 學院 留学 留學 毕业 畢業 校园 校園 奖学金 獎學金 | ئۇنىۋېرسىتېت ئوقۇغۇچى پروفېسسور ئالىي_مەكتەپ
boarding_school residential_school | интернат школ_интернат | | 寄宿 住校 | ياتاقلىق
vocational vocational_training skill apprenticeship apprentice trainee vocation retraining | профессиональн_обучен профтех профессионально_техн переобучен ремесл навык | кәсіптік қолөнер дағды | 职业培训 職業培訓 技能 培训 培訓 职业技能 職業技能 学徒 學徒 | كەسپىي ماھارەت ھۈنەر
exam examination meritocracy meritocratic | экзамен меритократ | емтихан | 考试 考試 科举 科舉 高考 精英治国 精英治國 | ئىمتىھان
language linguistic linguist bilingual monolingual multilingual mandarin mother_tongue dialect tongue native_language putonghua | язык двуязы лингвист диалект путунхуа | тіл$ тілі тілді тілде қостіл | 语言 語言 双语 雙語 母语 母語 普通话 普通話 方言 汉语 漢語 国语 國語 | تىل$ تىلى تىلنى تىللار تىلدا ئانا_تىل
alphabet cyrillic spelling orthography latinisation romanisation calligraphy | алфавит латиниц письменност орфограф | әліпби кирилл емле | 字母 文字 拼音 书法 書法 拉丁化 | ئېلىپبە يېزىق
translation translator interpreter | перевод$ перевода$ переводы$ переводч перевел переведен | аударма | 翻译 翻譯 译者 譯者 译文 譯文 口译 口譯 | تەرجىمە تەرجىمان
interview conversation_with memoir autobiography diary oral_history | интервью мемуар дневник воспоминани | сұхбат естелік күнделік | 采访 採訪 回忆录 回憶錄 自传 自傳 日记 日記 访谈 訪談 | ئەسلىمىلەر كۈندىلىك_خاتىرە
religion religious faith believer belief worship prayer pray piety pious cleric clergy theology atheism atheist sacred holy religious_freedom | религи верующ вероисповед богослуж молит духовенств атеи священн | дін$ діни дінге дінді сенім$ құлшылық | 宗教 信仰 信徒 祈祷 祈禱 礼拜 禮拜 无神论 無神論 教徒 神职 神職 | دىن$ دىنىي دىننى ئىبادەت ناماز ئېتىقاد
islam islamic muslim mosque imam quran koran hajj ramadan halal headscarf veil hijab burqa sharia madrasa mullah pilgrimage sufi | мусульм мечет коран хадж рамадан халяль хиджаб паранж шариат медресе мулл$ мулла$ суфи ислам$ ислама$ исламе$ исламу$ исламом$ исламск исламист исламиз | мұсылман мешіт имам құран қажылық рамазан шариғат ораза$ молда$ молдалар намаз$ намазға намазы намазхан | 伊斯兰 伊斯蘭 穆斯林 清真 古兰经 古蘭經 阿訇 斋月 齋月 头巾 頭巾 面纱 面紗 朝觐 朝覲 | ئىسلام مۇسۇلمان مەسچىت ئىمام قۇرئان رامىزان روزا ھىجاب شەرىئەت ھەج$
christian christianity church bible missionary catholic protestant priest bishop pope monastery monk orthodox | христиан церк миссионер католи протестантизм священник епископ монастыр монах православ библия$ библии$ библию$ библейск | шіркеу інжіл | 基督教 教堂 圣经 聖經 传教 傳教 天主教 牧师 牧師 神父 | خىرىستىئان چېركاۋ ئىنجىل
buddhism buddhist temple dalai lama lamaism taoism taoist daoism daoist shaman shamanism falun | будди храм$ храма$ храмы$ храмов лама$ ламы$ даосизм шаман фалунь | будда ғибадатхана бақсы | 佛教 寺庙 寺廟 喇嘛 道教 萨满 薩滿 僧人 法轮功 法輪功 | بۇددا بۇتخانا شامان
confucian confucianism confucius filial ritual rites ancestor_worship | конфуци ритуал обряд сыновн | рәсім | 儒家 儒学 儒學 孔子 孝道 礼仪 禮儀 礼教 禮教 儒教 | كۇڭزى كۇڭفۇزى
legalism legalist shang_yang han_fei | легизм легист шан_ян хань_фэй | | 法家 商鞅 韩非 韓非 |
rule_of_law constitutionalism due_process | верховенств_закон правов_государств правопоряд | заң_үстем құқықтық_мемлекет | 法治 法制 依法治国 依法治國 | قانۇن_بىلەن_ئىدارە
culture cultural civilisation heritage folklore museum | культур цивилизац фольклор музе$ музей музея музее наследи | мәдени өркениет мұра$ мұрасы мұражай | 文化 文明 遗产 遺產 民俗 博物馆 博物館 | مەدەنىيەت مەدەنىيىت مىراس مۇزېي
tradition traditional customary festival holiday celebration ceremony nauryz nowruz | традиц обыча$ обычаи обычай обычаев праздн церемони наурыз новруз | дәстүр салт ғұрып мереке тойла | 传统 傳統 习俗 習俗 风俗 風俗 节日 節日 庆祝 慶祝 典礼 典禮 春节 春節 | ئەنئەنە ئەنئەنى ئۆرپ بايرام نورۇز
identity self_identification ethnic_identity national_identity | идентичн самоидентифик самосознан | бірегейлік сана_сезім ұлттық_сана | 身份认同 身份認同 认同感 認同感 民族认同 民族認同 | كىملىك
assimilation sinicisation sinification russification melting_pot acculturation | ассимил китаизац окитаив русифик синизац | қытайландыр орыстандыр | 同化 汉化 漢化 中国化 中國化 民族融合 | خىتايلاشتۇر ئاسسىمىل
unity unite unified unification reunification solidarity cohesion | единств единени объединен воссоединен солидарност сплочен | бірлік тұтастық ынтымақ біріктір | 团结 團結 统一 統一 凝聚力 一统 一統 大一统 大一統 | ئىتتىپاقلىق بىرلىك ئىناقلىق
harmony harmonious balance equilibrium | гармон баланс равновес | үйлесім тепе_теңдік жарасым | 和谐 和諧 平衡 均衡 | تەڭپۇڭلۇق
multicultural diversity pluralism tolerance tolerant diverse pluralist interethnic coexistence coexist | мультикультур многообраз плюрализм толерантн терпимост межнациональн межэтнич сосуществован | көпмәдениет төзімділік ұлтаралық көпұлтты | 多样性 多樣性 包容 宽容 寬容 共处 共處 多民族 多元化 多元文化 | كۆپ_مەدەنىيەت كۆپ_مىللەتلىك
collective collectivism individualism individualist communal | индивидуали общин коллективн коллективизм$ | ұжым қауым | 集体 集體 个人主义 個人主義 社区 社區 群体 群體 集体主义 集體主義 | كوللېكتىپ جامائەت
civil_society ngo nonprofit non_governmental volunteer ngos | гражданск_обществ нпо$ неправительств некоммерч волонтер | азаматтық_қоғам үкіметтік_емес еріктілер | 公民社会 公民社會 非政府 志愿者 志願者 民间组织 民間組織 | ئاممىۋى_تەشكىلات پىدائىي غەيرىي_ھۆكۈمەت
elite aristocracy aristocrat nobility noble nobleman ruling_class noblemen | элит аристократ дворян знат$ знать$ знати$ вельмож | ақсүйек | 精英 贵族 貴族 权贵 權貴 士绅 士紳 | ئاقسۆڭەك ئېلىت
class_struggle middle_class working_class proletariat proletarian social_class caste hierarchy | пролетар классов_борьб средн_класс сословн каст$ каста$ касты$ иерарх | таптық орта_тап | 阶级 階級 无产阶级 無產階級 中产阶级 中產階級 阶层 階層 等级 等級 | سىنىپىي پرولېتارىيات
intellectual intelligentsia thinker scholar philosopher philosophy philosophical | интеллектуал интеллигенц мыслител философ ученый$ ученые$ ученых$ | зиялы ойшыл ғалым | 知识分子 知識分子 学者 學者 哲学 哲學 思想家 哲学家 哲學家 | زىيالىي پەيلاسوپ پەلسەپە ئالىم$ ئالىملار
health healthcare hospital doctor physician nurse clinic medicine medical patient surgeon surgery | здоровь здравоохран больниц врач медицин пациент клиник$ клиника клинике хирург лекарств медсестр | денсаулық аурухана дәрігер емхана науқас дәрі$ | 医院 醫院 医生 醫生 医疗 醫療 健康 患者 护士 護士 卫生 衛生 药品 藥品 诊所 診所 | دوختۇر سەھىيە ساغلاملىق داۋالاش دورا$
disease illness sick sickness virus epidemic pandemic covid coronavirus infection infect plague tuberculosis cancer hiv outbreak | болезн заболев вирус эпидем пандем ковид коронавирус инфекц заражен чум$ чума$ чумы$ туберкулез спид$ | ауру$ аурулар дерт індет жұқтыр | 疾病 病毒 疫情 新冠 传染 傳染 肺炎 瘟疫 感染 病人 流行病 | كېسەل ۋىرۇس يۇقۇم ۋابا
vaccine vaccination quarantine lockdown | вакцин карантин локдаун прививк | екпе$ | 疫苗 隔离 隔離 封城 接种 接種 封控 | ۋاكسىنا كارانتىن
mental_health psychological psychologist psychology psychiatric psychiatry trauma traumatic depressed anxiety nightmare | психолог психик психиатр травм психическ | жан_күйзел | 心理 精神病 创伤 創傷 抑郁 抑鬱 焦虑 焦慮 | پىسىخولوگىيە پىسخىك روھىي_كېسەل روھىي_زەربە
hunger hungry famine starvation starve malnutrition malnourished food_shortage | голод недоеда истощен | ашаршылық аштық ашыққан аш_жалаңаш | 饥荒 饑荒 饥饿 飢餓 挨饿 捱餓 饿死 餓死 粮荒 糧荒 营养不良 營養不良 | ئاچارچىلىق ئاچلىق
obesity overweight nutrition nutritious | ожирени рацион$ рациона$ | семіздік дұрыс_тамақтану | 肥胖 营养 營養 | سېمىزلىك ئوزۇقلۇق
food meal bread meat cuisine restaurant diet noodle pork vegetable fruit | продовольств еда$ еды$ еду$ питани хлеб мяс$ мясо мяса мясн кухн ресторан свинин овощ фрукт продукты_питан | азық_түлік тамақ$ тағам нан$ ет$ дастарқан мейрамхана | 食品 食物 粮食 糧食 饮食 飲食 餐馆 餐館 猪肉 豬肉 蔬菜 | يېمەك_ئىچمەك يېمەكلىك نان$ گۆش ئاشخانا تائام
housing apartment dwelling homeless homelessness residence tenement rent | жиль$ жилье$ жилья$ жилищ жилой$ квартир бездомн жилого жилых | тұрғын_үй пәтер баспана үйсіз | 住房 住宅 公寓 房屋 房租 无家可归 無家可歸 | تۇرالغۇ ئۆي_ماكان
city urban urbanisation town townspeople metropolis megacity suburb downtown | город$ городе$ городу$ города городов городск горожан мегаполис | қала$ қалалар қаланың қаласы қалалық урбан | 城市 城镇 城鎮 市区 市區 城镇化 城鎮化 大都市 | شەھەر شەھىر
village villager rural countryside hamlet commune | деревн село$ села$ селе$ селах$ селян сельчан поселок поселк аул$ аула$ аулы$ аулов | ауыл$ ауылы ауылдық ауылда кент$ | 村庄 村莊 乡村 鄉村 农村 農村 村民 村落 乡镇 鄉鎮 | يېزا$ يېزىلار كەنت قىشلاق مەھەللە
capital_city astana | столиц | елорда астана$ астананың бас_қала | 首都 都城 京城 | پايتەخت
demolition demolish bulldoze raze eviction evict | снос$ сноса$ снесен снесли выселен выселил | бұзу$ қирату сүрілді үйден_шығар | 拆除 拆迁 拆遷 强拆 強拆 夷平 | چېقىۋېت كۆچۈرۈۋېت چېقىش
media journalist journalism newspaper newsroom broadcaster broadcast television radio press_freedom tv | журналист телевид телеканал радио$ репортер сми$ вещани редакц пресса$ прессы$ | газет бұқаралық_ақпарат телеарна тілші баспасөз | 媒体 媒體 报纸 報紙 电视 電視 广播 廣播 报刊 報刊 新闻自由 新聞自由 新闻业 新聞業 | مۇخبىر گېزىت ئاخبارات تېلېۋىزىيە رادىئو ژۇرنالىست
book novel novelist literature literary writer author poet poetry poem publisher library | книг литератур писател поэм поэзи издательств библиотек стих$ стихи$ стихов поэт$ поэта$ поэты$ поэтов$ поэтесс поэтич | кітап әдебиет жазушы ақын өлең роман$ | 书籍 書籍 小说 小說 文学 文學 作家 诗人 詩人 诗歌 詩歌 出版社 图书馆 圖書館 | كىتاب كىتاپ ئەدەبىيات يازغۇچى شائىر شېئىر رومان
film movie cinema documentary filmmaker actor actress hollywood | кино$ кинотеатр кинофильм режиссер актер актрис документальн_фильм | фильм | 电影 電影 纪录片 紀錄片 导演 導演 演员 演員 好莱坞 好萊塢 | كىنو فىلىم رېژىسسور ئارتىس
music musician song singer opera concert dance dancer theatre theater | музык песн$ песни$ песня$ певец певиц опера$ оперн концерт танц театр | ән$ әнші күй$ домбыра | 音乐 音樂 歌曲 歌手 歌剧 歌劇 音乐会 音樂會 舞蹈 戏剧 戲劇 | مۇزىكا ناخشا ناخشىچى ئۇسسۇل تىياتىر مۇقام
painting painter artist sculpture art arts exhibition gallery monument statue | художник живопис искусств скульптур выставк галере памятник статуя статуи | суретші өнер$ көрме мүсін ескерткіш | 艺术 藝術 画家 畫家 绘画 繪畫 雕像 展览 展覽 雕塑 纪念碑 紀念碑 | رەسسام سەنئەت كۆرگەزمە ھەيكەل
sport athlete football olympic championship tournament stadium | спорт футбол олимпи чемпион турнир стадион тренер | жаттықтырушы | 体育 體育 运动员 運動員 足球 奥运 奧運 冠军 冠軍 锦标赛 錦標賽 体育场 體育場 | تەنتەربىيە پۇتبول ئولىمپىك تەنھەرىكەت چېمپىيون
leisure entertainment celebrity | развлечен досуг знаменитост шоу_бизнес | көңіл_көтер ойын_сауық | 娱乐 娛樂 明星 休闲 休閒 | كۆڭۈل_ئاچ
alcohol tobacco vodka beer drunk smoking smoker alcoholism | алкогол табак водк вино$ пив$ пиво$ пьянств курени | арақ темекі сыра$ ішімдік шарап$ | 酒精 烟草 菸草 喝酒 香烟 香菸 酗酒 | ھاراق تاماكا
gambling casino lottery | азартн казино лотере | құмар_ойын | 赌博 賭博 赌场 賭場 彩票 | قىمار
prostitution prostitute brothel | проститу публичн_дом бордел | жезөкше | 卖淫 賣淫 妓女 | پاھىشە
inheritance heir inherit | наследств наследник наследниц | мұрагер | 继承 繼承 遗产 遺產 | ۋارىس
# Nature
river riverbank tributary delta downstream upstream canal | рек$ река$ реки$ реку$ реке$ рекой$ речн приток русло$ русла$ русле$ | өзен | 河流 江河 河水 流域 上游 下游 运河 運河 | دەريا ئۆستەڭ
lake sea ocean shore coast coastal aral balkhash caspian seas | озер море$ моря$ морей морск океан побереж берег$ берега$ балхаш арал$ арала$ аральск | көл$ көлі$ көлінің$ көлінде теңіз балқаш жағалау | 湖泊 海洋 沿海 湖水 海岸 咸海 鹹海 | كۆل$ دېڭىز
sinking shipwreck drowned capsize | утону утопленник кораблекрушени затонул | суға_бат кеме_апаты | 沉船 溺水 溺亡 | سۇغا_غەرق
water groundwater glacier aquifer hydrological melting | вода$ воды$ воду$ водой$ водн водоснаб ледник водоем | су$ суы$ мұздық | 用水 水资源 水資源 地下水 冰川 缺水 饮水 飲水 | سۇ$ سۈيى مۇزلۇق
dam reservoir hydroelectric hydropower dams | плотин дамб водохранилищ гидроэлектро гэс$ | бөген су_қойма тоған | 大坝 大壩 水库 水庫 水电站 水電站 水坝 水壩 | توسما سۇ_ئامبىرى
drought arid aridity dry desertification | засух засушлив опустынив | құрғақшылық қуаңшылық шөлейттен | 干旱 乾旱 旱灾 旱災 沙漠化 荒漠化 | قۇرغاقچىلىق
flood inundate deluge | наводнен паводк потоп затоп половодь | су_тасқын тасқын | 洪水 水灾 水災 洪灾 洪災 洪涝 洪澇 | كەلكۈن سەل_ئاپىت
earthquake disaster catastrophe catastrophic quake landslide tsunami hurricane typhoon wildfire | землетрясен стихийн_бедств катастроф оползн цунами ураган бедстви | жер_сілкін зілзала апат$ апаты апатта | 地震 灾难 災難 灾害 災害 台风 颱風 泥石流 海啸 海嘯 | يەر_تەۋرەش ئاپەت
climate climatic climate_change weather warming emission carbon greenhouse | климат погод потеплени выброс углеродн парников | ауа_райы жылыну | 气候 氣候 全球变暖 全球變暖 排放 温室气体 溫室氣體 碳中和 | كىلىمات ھاۋارايى
pollution pollute smog contamination toxic waste sewage | загрязн смог$ токсич отходы$ отходов$ ядовит мусор | ластан қалдық$ уытты | 污染 汙染 雾霾 霧霾 有毒 废物 廢物 污水 汙水 毒气 毒氣 | بۇلغىنىش بۇلغان
environment environmental ecology ecological ecosystem biodiversity conservation environmentalist | эколог окружающ_сред природоохр заповедн | қоршаған_орта қорық$ | 生态 生態 环保 環保 自然保护 自然保護 环境保护 環境保護 | مۇھىت ئېكولوگىيە
mountain mountainous tianshan altai himalaya hill valley | горный$ гора$ горы$ горах$ горн$ горная горной горных тянь_шан алтай гималаи долин хребет горные$ горное$ | тау$ таулар таулы тауы$ аңғар | 山脉 山脈 山区 山區 高山 天山 阿尔泰 阿爾泰 山谷 | تاغ$ تاغلىق تېغى تاغلار
desert taklamakan gobi dune oasis sandstorm | пустын такла оазис барханы | шөл$ шөлі құм$ құмды шөлейт | 沙漠 戈壁 绿洲 綠洲 沙尘 沙塵 | قۇملۇق چۆل$ بوستانلىق
steppe prairie | степ$ степи$ степь$ степей степн степях степью$ | даласы далалық | 大草原 | دالا$ دالىسى
forest forestry timber deforestation jungle | лес$ леса$ лесов лесн древесин вырубк дерев$ дерево деревья деревьев | орман ағаш | 森林 树木 樹木 林业 林業 砍伐 木材 植树 植樹 | ئورمان دەرەخ
fishing fishery fisherman overfishing fishermen | рыба$ рыбы$ рыбу$ рыбн рыбол рыбак | балық | 渔业 漁業 捕鱼 捕魚 渔民 漁民 鱼类 魚類 渔船 漁船 | بېلىق
animal wildlife wolf species extinct extinction endangered hunting hunter wolves | животные$ животных$ животным животного волк охотник охот$ охота охоту охоты птиц вымиран зоопарк звери$ зверей$ зверя$ | жануар аң$ қасқыр құс$ аңшы | 动物 動物 野生 物种 物種 濒危 瀕危 狩猎 狩獵 狼群 绝种 絕種 | ھايۋان بۆرە قۇش$ ئوۋچى
animal_disease veterinary bird_flu swine_fever foot_and_mouth | ветеринар ящур птичь_грипп | аусыл | 兽医 獸醫 口蹄疫 禽流感 猪瘟 豬瘟 | مال_دوختۇر
arson blaze | пожар поджог поджеч сгорел сожгл сожжен | өрт$ өрті өртен өртеді | 火灾 火災 纵火 縱火 大火 焚烧 焚燒 烧毁 燒燬 | ئوت_ئاپىتى ئوت_قوي كۆيدۈر
accident derailment casualty injured injury wounded | авари крушен обруш ранен пострада катастроф травм | апат$ құлап_түс жарақат жаралан | 事故 坠毁 墜毀 受伤 受傷 伤亡 傷亡 倒塌 伤者 傷者 | يارىلان
# Ideas
morality moral ethics ethical immoral virtue virtuous conscience | морал нравственн этик$ этики$ этическ совест добродет | адамгершілік әдеп ар_ождан ізгілік этика | 道德 伦理 倫理 良心 美德 德行 品德 | ئەخلاق ۋىجدان پەزىلەت
benevolence benevolent humanity humane humaneness compassion compassionate kindness mercy | гуманн гуманизм милосерд человечност сострадан доброт | мейірім адамгершілік рақым қайырым | 仁爱 仁愛 仁政 仁慈 慈悲 仁义 仁義 | رەھىمدىل مېھرىبان ئىنسانپەرۋەر
law_and_order public_order discipline disciplinary | порядок порядк дисциплин | тәртіп$ тәртібі тәртіпті тәртіб | 秩序 纪律 紀律 法纪 法紀 守法 | تەرتىپ ئىنتىزام
chaos chaotic anarchy lawlessness turmoil mayhem | хаос анарх беззакони смут$ смута смуты | бейберекет бүлік | 混乱 混亂 无政府 無政府 天下大乱 天下大亂 乱世 亂世 内乱 內亂 | مالىمانچىلىق قالايمىقان
truth truthful honest honesty sincerity sincere openness transparency transparent | правда$ правды$ правду$ правдив истин честн искренн прозрачн гласност | шындық ақиқат шынайы адал$ ашықтық | 真相 真理 诚实 誠實 真诚 真誠 透明 | ھەقىقەت راستچىل سەمىمىي
liar deceit pretend hypocrisy hypocrite double_standard | ложь$ ложью$ вранье врет$ врут$ лицемер двойны_стандарт притвор | өтірік екіжүзді қосстандарт | 撒谎 撒謊 说谎 說謊 虚伪 虛偽 双重标准 雙重標準 谎言 謊言 | يالغان ساختىپەز ساختا
trust mistrust distrust confidence untrustworthy | довери доверя недовери | сенім | 信任 互信 不信任 信誉 信譽 | ئىشەنچ ئىشەنمە
suspicion suspect suspicious doubt scepticism sceptical skeptical | подозр сомнева сомнени скептич скептиц | күдік күмән | 怀疑 懷疑 嫌疑 可疑 质疑 質疑 | گۇمان
fear fearful afraid scared frighten intimidate panic terrified horror dread | страх$ страха$ страхе$ страхом$ боязн боится боятся боялся боялись испуг запуг паник ужас$ ужаса$ | қорқыныш қорқады үрей қорқыт | 恐惧 恐懼 害怕 恐慌 畏惧 畏懼 恐吓 恐嚇 | قورقۇنچ قورقۇش قورقۇت ۋەھىمە
threat threaten menace danger dangerous risk risky hazard endanger | угроз угрожа опасн$ опасный опасная опасно риск$ риска$ риски$ рисков | қауіп$ қаупі қауіпті қатер тәуекел | 威胁 威脅 危险 危險 风险 風險 隐患 隱患 | تەھدىت خەۋپ خەتەر
hope hopeful optimism optimistic aspiration aspire | надежд оптимизм мечт чаяни устремлени | үміт$ үміті$ үмітін$ үмітпен$ үміттен арман$ арманы | 梦想 夢想 乐观 樂觀 中国梦 中國夢 | ئۈمىد ئۈمىت ئارزۇ
despair hopeless hopelessness pessimism pessimistic disappointment disappoint disillusion | отчаяни безнадеж пессими разочаров безысход | үмітсіз түңіл көңілі_қал | 绝望 絕望 悲观 悲觀 失望 | ئۈمىدسىز
anger angry rage hatred hate hostility hostile resentment resent outrage furious | гнев ненавист вражд возмущени озлоблен злоба ярост негодован | ашу_ыза жек_көр өшпенді ыза$ | 愤怒 憤怒 仇恨 敌意 敵意 憎恨 敌视 敵視 怨恨 | غەزەپ نەپرەت ئۆچمەنلىك دۈشمەنلىك
grief sorrow sad sadness sorrowful weep crying cry mourn heartbreak lonely loneliness cries | скорб печал слез$ слезы слезами плака$ плакал плачет грусть одиночеств тоска тоски | қайғы мұң$ жылау көз_жас жалғыздық | 悲伤 悲傷 悲痛 眼泪 眼淚 哭泣 孤独 孤獨 悲哀 | قايغۇ كۆز_يېشى يىغلا
happiness happy joyful beloved | счаст радост$ радости любов любим$ любимый | бақыт$ бақытты қуаныш махаббат | 幸福 快乐 快樂 爱情 愛情 喜悦 喜悅 | بەخت خۇشاللىق مۇھەببەت
pride honour honourable dignity dignified humiliation shame shameful disgrace | гордост горд$ гордый гордит достоинств честь$ унижен унизи позор$ позорн стыд$ стыда | мақтаныш намыс$ ар_намыс абырой қорла ұят | 尊严 尊嚴 骄傲 驕傲 耻辱 恥辱 羞辱 自豪 屈辱 | غۇرۇر ئىززەت نومۇس ھاقارەت
courage courageous brave bravery hero heroic heroism heroine martyr martyrdom | мужеств храбр отваг смелост мучени герой$ героя$ героев$ герои$ героем$ героиз героич | батыр$ батырлар батырлық ерлік қаһарман батыл шейіт | 勇气 勇氣 勇敢 英雄 烈士 殉道 | جاسارەت باتۇر قەھرىمان شېھىت
sacrifice selfless selflessness altruism devotion devote | самопожертв жертвен альтруи самоотверж преданност | жанқияр құрбандық фидакер | 牺牲 犧牲 奉献 奉獻 无私 無私 献身 獻身 | پىداكار قۇربانلىق
selfish selfishness egoism greed greedy self_interest materialism | эгоизм эгоист жадност алчн корыст | өзімшіл ашкөз пайдакүнем | 自私 贪婪 貪婪 贪心 貪心 利己 私利 | شەخسىيەتچى ئاچكۆز
silence silent speechless mute indifference indifferent apathy passivity | молчан молчит молчат безразлич равнодуш апатия пассивн | үнсіз немқұрайлы селқос | 沉默 冷漠 漠视 漠視 无动于衷 無動於衷 | جىمجىت سۈكۈت بىپەرۋا
resistance resist defy defiance defiant non_violence nonviolence nonviolent | сопротивлен неповиновен ненасили | қарсылық қайсар | 抵抗 反抗 抗争 抗爭 不合作 | قارشىلىق
free_speech freedom_of_speech freedom_of_expression freedom_of_the_press | свобод_слова$ свобод_прессы$ свобод_выраж | сөз_бостандығы сөз_еркіндігі | 言论自由 言論自由 新闻自由 新聞自由 表达自由 表達自由 | سۆز_ئەركىنلىكى پىكىر_ئەركىنلىكى
power_struggle factional faction infighting | борьб_за_власть$ фракц клан$ клана$ кланы$ кланов междоусоб группировк | билік_талас ру_тайпа топаралық | 权力斗争 權力鬥爭 派系 内斗 內鬥 争权 爭權 | ھوقۇق_تالىش گۇرۇھۋاز
worldview mentality mindset core_values traditional_values western_values european_values asian_values | ценност мировоззрен менталитет мироощущ | құндылық дүниетаным | 价值观 價值觀 世界观 世界觀 心态 心態 核心价值 核心價值 | قىممەت_قاراش دۇنيا_قاراش
utopia utopian idealism idealist common_prosperity communist_utopia | идеал утопии$ утопию$ утопическ утопист | мұрат$ мұраты утопия | 乌托邦 烏托邦 理想 大同社会 大同社會 共同富裕 小康 | غايە خىيالىي
progress progressive backward backwardness | прогресс отстал | артта_қал | 进步 進步 先进 先進 落后 落後 | ئىلغار قالاق
destiny fate fatalism inevitable | судьб предназнач неизбежн | тағдыр | 命运 命運 | تەقدىر
pragmatism pragmatic realism realist realpolitik | прагмат реалполитик реализм реалист | | 务实 務實 实用主义 實用主義 现实主义 現實主義 | ئەمەلىيەتچى
# History
history historical historian historiography historic | историк историч | тарих | 历史 歷史 史学 史學 史书 史書 | تارىخ
dynasty dynastic | династ | әулет$ әулеті | 王朝 朝代 明朝 唐朝 汉朝 漢朝 秦朝 元朝 宋朝 | خانىدانلىق سۇلالە سۇلالىسى
qing_dynasty manchu dzungar dzungaria zunghar | маньчжур цинск джунгар | жоңғар | 清朝 满清 滿清 准噶尔 準噶爾 满洲 滿洲 | مانجۇ جۇڭغار
mongol mongolia mongolian genghis | монгол чингис | моңғол шыңғыс | 蒙古 成吉思汗 | موڭغۇل چىڭگىز
ancient antiquity medieval archaeology archaeological archaeologist prehistoric relic excavation | древн средневек археол раскопк античн реликв | ежелгі көне$ қазба_жұмыс ортағасыр | 古代 考古 古老 文物 中世纪 中世紀 远古 遠古 | قەدىمكى ئارخېئولوگىيە قەدىمىي
century millennium era epoch | столети веков$ веках$ тысячелет эпох | ғасыр дәуір мыңжылдық | 世纪 世紀 千年 | ئەسىر$ ئەسىردە دەۋر دەۋىر
memory remembrance commemorate memorial anniversary | памят годовщин поминов юбиле | жад$ есте_сақта мерейтой еске_алу | 记忆 記憶 纪念 紀念 周年 週年 缅怀 緬懷 悼念 | خاتىرە ئەسلىمە
collectivisation kolkhoz collective_farm kulak dekulakisation holodomor | коллективиз колхоз кулак раскулач голодомор | ұжымдастыр кәмпеске | 集体化 集體化 集体农庄 集體農莊 富农 富農 公社化 | كوللېكتىپلاشتۇر كولخوز گۇڭشې
soviet ussr stalin stalinism stalinist lenin khrushchev brezhnev gorbachev kgb gulag | советск ссср сталин ленин$ ленина хрущев брежнев горбачев гулаг | кеңес_одағы кеңестік ксро$ | 苏联 蘇聯 斯大林 列宁 列寧 苏维埃 蘇維埃 赫鲁晓夫 赫魯曉夫 戈尔巴乔 戈爾巴喬 | سوۋېت ستالىن لېنىن
mao maoist cultural_revolution great_leap red_guard deng_xiaoping dengist | мао$ маоизм маоист культурн_революц большо_скач большой_скач хунвейбин дэн_сяопин | мәдени_төңкеріс мәдени_революция үлкен_секіріс | 毛泽东 毛澤東 文革 文化大革 大跃进 大躍進 红卫兵 紅衛兵 邓小平 鄧小平 人民公社 | ماۋ$ ماۋزېدۇڭ مەدەنىيەت_ئىنقىلابى چوڭ_سەكرەپ
tiananmen june_fourth | тяньаньмэн | | 天安门 天安門 六四 学潮 學潮 | تيەنئەنمېن
purge great_terror show_trial political_repression | чистк$ чистка$ чистки$ чисток$ большо_террор большой_террор репресс | үлкен_террор саяси_қуғын | 清洗 大清洗 整风 整風 | تازىلاش
civil_war guerrilla militia mujahideen taliban | гражданск_войн партизан ополчен моджахед талиб игил$ | азамат_соғысы | 内战 內戰 游击队 游擊隊 民兵 塔利班 伊斯兰国 伊斯蘭國 | پارتىزان ئىچكى_ئۇرۇش تالىبان
nazi nazism fascism fascist hitler antisemitism antisemitic | нацист нацизм фашис гитлер антисемит | | 纳粹 納粹 法西斯 希特勒 反犹 反猶 | فاشىست ناتسىست گىتلېر
cold_war iron_curtain | холодн_войн железн_занавес | қырғи_қабақ | 冷战 冷戰 铁幕 鐵幕 | سوغۇق_ئۇرۇش سوغۇق_مۇناسىۋەت
feudal feudalism patriarchal patriarchy | феодал патриарх | | 封建 父权 父權 | فېئودال
treaty_port opium_war unequal_treaty | опиумн_войн неравноправн_договор | апиын_соғысы | 鸦片战争 鴉片戰爭 南京条约 南京條約 | ئەپيۇن_ئۇرۇشى
kuomintang guomindang nationalist_china republic_of_china chiang | гоминьдан чан_кайши | | 国民党 國民黨 蒋介石 蔣介石 中华民国 中華民國 | گومىنداڭ
east_turkestan east_turkistan east_turkistani | восточн_туркестан | шығыс_түркістан | 东突 東突 东突厥 東突厥 | شەرقىي_تۈركىستان
turkic pan_turkism pan_turkic ottoman | тюрк пантюркизм осман$ османск | түркі$ түркілік түрколог пантүрк | 突厥 泛突厥 奥斯曼 奧斯曼 | تۈرك$ تۈركىي ئوسمان$
# Knowledge
science scientific scientist laboratory experiment physics chemistry biology | научн наук$ наука$ науки$ науку$ наукой$ науке$ лаборатор эксперимент физика физики химия химии биолог | ғылым зертхана тәжірибе$ | 科学 科學 科学家 科學家 实验 實驗 物理 化学 化學 生物学 生物學 | ئىلىم_پەن پەن$ تەجرىبىخانا ئالىم$
research researcher analyst analysis thinktank think_tank | исследова аналитик | зерттеу сарапшы талдау | 研究 研究者 智库 智庫 研究员 研究員 | تەتقىق تەھلىل
expert specialist adviser advisor consultant | эксперт специалист советник консультант | сарапшы маман кеңесші | 专家 專家 顾问 顧問 | مۇتەخەسسىس مەسلىھەتچى
publication document archive archival dossier | доклад отчет$ отчета$ отчеты$ отчете$ документ архив досье | баяндама құжат мұрағат есеп_беру | 报告 報告 文件 档案 檔案 白皮书 白皮書 | دوكلات ھۆججەت ئارخىپ
statistics statistical statistician percentage survey questionnaire sociological | статистик социолог опрос$ опроса$ опросы$ оценочн анкет процентов | әлеуметтану сауалнама пайыз | 统计 統計 调查问卷 調查問卷 民调 民調 社会学 社會學 | ستاتىستىكا ئىستاتىستىكا پىرسەنت
overseas_student study_abroad exchange_student | учеб_за_рубежом учебу_за_рубежом иностранн_студент | шетелде_оқу | 留学生 留學生 留学 留學 | چەت_ئەلدە_ئوقۇ
# Relations
neighbour neighbourhood | сосед$ соседн соседи$ соседей соседств добрососед | көрші | 邻国 鄰國 邻居 鄰居 周边 周邊 睦邻 睦鄰 | قوشنا خوشنا
enemy foe adversary opponent foes | враг$ врага$ враги$ врагов$ противник неприятел | жау$ жауы жаулар дұшпан қарсылас | 敌人 敵人 敌对 敵對 死敌 死敵 | دۈشمەن
friendship friend friendly brotherhood brotherly fraternal | дружб дружеств друзья$ друзей$ братск | дос$ достық дос_жаран бауырлас | 友谊 友誼 朋友 友好 兄弟 | دوستلۇق دوست$ قېرىنداش
influence influential leverage sway interference interfere meddle intervention intervene | влияни влият интервенц вмеша | ықпал$ ықпалы араласу әсер$ | 影响力 影響力 干涉 干预 干預 插手 势力 勢力 渗透 滲透 | تەسىر$ تەسىرى ئارىلىشى ئارىلاشمى
dependence dependent dependency reliance rely vassal satellite_state | зависим вассал сателлит | тәуелді бағынышты | 依赖 依賴 依附 附庸 藩属 藩屬 朝贡 朝貢 | بېقىندى تايىنىش
mediation mediator arbitration broker reconcile reconciliation conciliation | посредни медиац медиатор арбитраж примирени урегулир | делдал$ делдалдық бітімгер татулас | 调解 調解 斡旋 仲裁 和解 调停 調停 | كېلىشتۈر ياراشتۇر ۋاسىتىچى
visit delegation state_visit | визит делегаци | ресми_сапар | 访问 訪問 代表团 代表團 出访 出訪 | زىيارەت ۋەكىللەر_ئۆمىكى
dispute conflict tension confrontation feud standoff stand_off | спор$ спора$ споры$ спорн конфликт напряженност конфронтац противостоян | дау$ даулы жанжал шиеленіс қақтығыс | 争端 爭端 冲突 衝突 矛盾 紧张 緊張 对抗 對抗 纠纷 糾紛 | ماجىرا توقۇنۇش جېدەل زىددىيەت
isolation isolationism encircle encirclement containment | изоляц изолир сдерживан | оқшау | 孤立 遏制 围堵 圍堵 | يېتىم_قالدۇر قورشاۋ
foreigner foreign overseas abroad outsider | иностран зарубеж за_рубежом за_границ чужезем | шетел шет_ел | 外国 外國 海外 外商 境外 | چەت_ئەل چەتئەل
# More
curfew martial_law state_of_emergency lockdown | комендантск_час военн_положени | коменданттық_сағат | 戒严 戒嚴 宵禁 | ھەربىي_ھالەت
parade military_exercise war_games | учени_войск военн_учени военн_парад парад$ парада$ маневры$ | әскери_жаттығу әскери_шеру | 阅兵 閱兵 军演 軍演 演习 演習 | مانېۋىر پاراد
island archipelago atoll islet | островн архипелаг остров$ острова$ острове$ островов$ | аралдар | 岛屿 島嶼 群岛 群島 臺海 | ئارال$ ئاراللار
taiwan_strait south_china_sea cross_strait taiwanese | тайван южно_китайск | оңтүстік_қытай_теңіз | 南海 台海 台湾 台灣 臺灣 两岸 兩岸 | تەيۋەن جەنۇبىي_دېڭىز
ratify ratification signatory veto | ратифиц вето$ подписант | ратификация | 批准条约 批准條約 缔约国 締約國 否决权 否決權 一票否决 一票否決 签署 簽署 | تەستىقلا ۋېتو
interpol fugitive wanted_list manhunt | интерпол беглец розыск | іздеу_жариялан қашқын | 通缉 通緝 国际刑警 國際刑警 红色通报 紅色通報 逃犯 | ئىنتېرپول
strikers walkout picket_line industrial_action | забастов стачк | ереуіл | 罢工 罷工 停工 | ئىش_تاشلا
hunger_strike self_immolation | голодовк самосожжен | аштық_жариялау өзін_өртеу | 绝食 絕食 自焚 | ئاچلىق_ئېلان
stock_exchange stock_market | акции$ акций$ биржа биржи бирже облигаци фондов_рынк | қор_биржа акция$ | 股市 股票 证券 證券 债券 債券 股票市场 股票市場 | پاي_چېكى ئاكسىيە زايوم
insurance welfare social_security social_protection | страховк страхован соцобеспечен социальн_защит пособи льгот | сақтандыру жәрдемақы әлеуметтік_қорғау әлеуметтік_қамсыз | 保险 保險 社保 社会保障 社會保障 福利 低保 | سۇغۇرتا پاراۋانلىق
bitcoin cryptocurrency blockchain | биткоин криптовалют блокчейн майнинг | | 比特币 比特幣 加密货币 加密貨幣 区块链 區塊鏈 数字货币 數字貨幣 | بىتكوين
ecommerce e_commerce alibaba online_shopping | электронн_торговл электронн_коммерц маркетплейс | электронды_сауда | 电商 電商 电子商务 電子商務 网购 網購 | تور_سودىسى
intellectual_property patent copyright counterfeit plagiarism | интеллектуальн_собственност патент авторск_прав контрафакт подделк плагиат | зияткерлік_меншік авторлық_құқық | 知识产权 知識產權 专利 專利 版权 版權 假冒 抄袭 抄襲 | پاتېنت نەشر_ھوقۇقى ساختا_مال
lease rental leasehold concession | аренд концесси | жалға_беру жалға_алу | 租赁 租賃 租约 租約 租用 出租 | ئىجارە
debt_trap debt_diplomacy | долгов_ловушк долговая_ловушк | қарыз_тұзағы | 债务陷阱 債務陷阱 | قەرز_قاپقىنى
brain_drain talent | утечк_мозгов утечка_мозгов талант | ақыл_ой_көші дарын | 人才外流 人才流失 | تالانت ئىختىساسلىق
disability disabled handicapped wheelchair | инвалид ограниченн_возможност | мүгедек мүмкіндігі_шектеу | 残疾 殘疾 残障 殘障 | مېيىپ
old_people_home nursing_home caregiver carer social_worker | сиделк социальн_работник | қамқоршы қарттар_үйі | 护理 護理 养老院 養老院 社工 | قېرىلار_ساراي
lgbt gay lesbian homosexual homosexuality transgender | гомосексуал лгбт трансгендер | | 同性恋 同性戀 跨性别 跨性別 | ھەمجىنس
domestic_violence wife_beating | домашн_насили семейно_бытов | тұрмыстық_зорлық отбасылық_зорлық | 家庭暴力 家暴 | ئائىلە_زوراۋانلىقى
name_change renaming toponym place_names surname | переименов топоним фамили | атауын_өзгерт ат_қойыс тегі$ жер_су_атау | 改名 更名 地名 姓氏 | نام_ئۆزگەرت فامىلە
flag anthem emblem national_symbol | флаг герб$ герба$ гимн$ гимна$ гимны$ гимном$ | ту$ әнұран елтаңба | 国旗 國旗 国歌 國歌 国徽 國徽 | بايراق دۆلەت_شېئىرى
myth mythology legend legendary epic folktale fairy_tale | легенд былин эпос сказани | аңыз миф дастан ертегі | 神话 神話 传说 傳說 史诗 史詩 寓言 | ئەپسانە رىۋايەت داستان
parable proverb metaphor allegory | притч послови метафор аллегор поговорк | мақал | 谚语 諺語 成语 成語 比喻 格言 | ماقال تەمسىل
game_theory chess prisoners_dilemma | шахмат теори_игр настольн_игр | ойын_теория | 围棋 圍棋 象棋 博弈 | شاھمات
homestay become_family | породнит породнен | туысқандасу | 结亲 結親 结对认亲 結對認親 访惠聚 訪惠聚 | قوش_تۇغقان تۇغقانلىش
beard headdress | борода бороды | сақал | 蓄须 蓄鬚 胡须 鬍鬚 | ساقال
telephone phone postal mail email | телефон письма$ письмом почт$ почта$ почтов почте$ почту$ | хат$ пошта | 电话 電話 书信 書信 信件 邮件 郵件 邮局 郵局 | تېلېفون خەت$ پوچتا
map mapping geography geographic geographical cartography maps | карты_мира географ картограф | | 地图 地圖 地理 | خەرىتە جۇغراپىيە
exploitation exploit sweatshop overwork working_hours overtime | эксплуатац переработк_на сверхурочн | қанау$ қаналу | 剥削 剝削 血汗工厂 血汗工廠 加班 压榨 壓榨 | ئېكسپىلاتاتسىيە
child_labour underage | детск_труд | балалар_еңбегі | 童工 未成年 | بالا_ئىشچى
tribute suzerainty suzerain vassalage tributary_state | дань$ дани$ данник сюзерен | алым_салық бодан | 朝贡 朝貢 进贡 進貢 宗主国 宗主國 附庸 | ئولپان
loss_of_face face_saving etiquette politeness courtesy | этикет вежлив | сыпайы әдептілік | 面子 礼貌 禮貌 礼节 禮節 | ئەدەپ_قائىدە
guanxi patronage clientelism personal_connections | кумовств протекционист покровител клановост | таныс_тамыр | 关系网 關係網 裙带 裙帶 人脉 人脈 | تونۇش_بىلىش
lobby lobbyist | лобби | | 游说 遊說 | لوببى
welfare_state redistribution middle_income | перераспределен | қайта_бөлу | 再分配 | قايتا_تەقسىم
urban_rural_divide hukou residence_permit propiska | хукоу прописк вид_на_жительство вида_на_жительство | тіркеу_жүйесі ықтиярхат | 户籍 戶籍 户口 戶口 居留证 居留證 居住证 居住證 | نوپۇس_دەپتىرى
religious_freedom freedom_of_religion | свобод_совести$ свобод_вероисповедан религиозн_свобод | діни_бостандық ар_ождан_бостандығы | 宗教自由 信仰自由 | دىنىي_ئەركىنلىك
sect cult heresy heretic | секты$ секту$ ересь еретик | секта тариқат | 邪教 教派 异端 異端 | مەزھەپ
thought_crime ideological_virus thought_reform | перевоспитан_мышлени идеологическ_вирус перековк | сана_тазарту | 思想改造 思想病毒 | ئىدىيە_ئۆزگەرت ئىدىيىۋى_ۋىرۇس
confession confess self_criticism self_criticise | призна_вин признани_вины признал_вину самокритик | кінәсін_мойында өзін_сына | 认罪 認罪 招供 自我批评 自我批評 供词 供詞 检讨书 檢討書 | ئىقرار تەنقىد
study_sessions patriotic_education party_school political_study | партийн_школ патриотическ_воспитан политучеб политзанят | патриоттық_тәрбие | 爱国教育 愛國教育 政治学习 政治學習 党校 黨校 | سىياسىي_ئۆگىنىش ۋەتەنپەرۋەرلىك_تەربىيىسى
orphanhood separated_families family_separation reunion reunite reunification_of_families | разлучен воссоединени_сем | отбасын_қосу қауыштыр | 骨肉分离 骨肉分離 团聚 團聚 团圆 團圓 | جۇدالىق
checkpoint grid_management | блокпост патрул | блокбекет | 检查站 檢查站 便民警务 便民警務 安检 安檢 网格化 網格化 | تەكشۈرۈش_پونكىتى
tracking gps spyware phone_check | отслежив шпионск_программ | | 跟踪 跟蹤 追踪 追蹤 | ئىز_قوغلا
public_opinion popularity approval_rating | общественн_мнени рейтинг_одобрен | қоғамдық_пікір | 舆论 輿論 民意 支持率 | جامائەت_پىكرى
dystopia dystopian orwellian orwell big_brother | антиутоп оруэлл большой_брат большого_брата | | 反乌托邦 反烏托邦 奥威尔 奧威爾 老大哥 | ئورۋېل
capital_flight offshore money_laundering laundering tax_haven | офшор оффшор отмыван_ден вывод_капитал | ақша_жылыстату | 洗钱 洗錢 离岸 離岸 避税 避稅 资本外逃 資本外逃 | پۇل_يۇيۇش
demographic_engineering han_migration settler_colonialism | поселенческ_колониал | халықты_көшіру | 掺沙子 摻沙子 人口置换 人口置換 | كۆچمەن_يۆتكەش
education_quota affirmative_action quota privilege preferential | квот привилег льготн | артықшылық жеңілдік | 配额 配額 优惠政策 優惠政策 特权 特權 加分政策 | ئىمتىياز
neutrality neutral multi_vector non_aligned non_alignment | нейтралитет нейтральн многовектор | бейтарап көпвектор | 中立 不结盟 不結盟 | بىتەرەپ
`;

const LINES = CONCEPT_TABLE.split('\n').filter((line) => line.includes('|'));

/** How many concepts there are; they are numbered from 0. */
export const CONCEPTS: number = LINES.length;

/** The words for some concepts in every language, without phrases; of inflected languages how they begin. */
export function wordsFor(concepts: Iterable<number>): string[] {
  const words = [...concepts].flatMap((concept) => LINES[concept]?.split(/[ |]+/) ?? []);
  return [...new Set(words.filter((word) => word && !word.includes('_')))].map((word) =>
    word.replace('$', ''),
  );
}

/** What is sought in one word. */
interface Part {
  text: string;
  /** Else the word may go on. */
  isWhole: boolean;
}

interface Entry {
  concept: number;
  first: Part;
  /** The further words of a phrase. */
  rest: readonly Part[];
}

interface Table {
  /** By the text of their first part; no two scripts share one. */
  entries: ReadonlyMap<string, readonly Entry[]>;
  longest: number;
}

let table: Table | undefined;

function readTable(): Table {
  const entries = new Map<string, Entry[]>();
  let longest = 0;
  LINES.forEach((line, concept) => {
    line.split('|').forEach((words, column) => {
      for (const written of words.split(' ').filter(Boolean)) {
        const [first, ...rest] = written.split('_').map((part) => readPart(part, column === 0));
        if (!first) continue;
        const entry = { concept, first, rest };
        const others = entries.get(first.text);
        if (others) others.push(entry);
        else entries.set(first.text, [entry]);
        longest = Math.max(longest, first.text.length);
      }
    });
  });
  return { entries, longest };
}

function readPart(written: string, isEnglish: boolean): Part {
  const text = written.replace('$', '');
  return isEnglish
    ? { text: stemOf(text), isWhole: true }
    : { text, isWhole: written.endsWith('$') };
}

const SHORTEST_HAN = 2;
const LONGEST_HAN = 4;
const HAN = '\\u3400-\\u4dbf\\u4e00-\\u9fff';
const LETTERS = `(?:(?![${HAN}])[\\p{L}\\p{M}])+`;
const RUNS = new RegExp(`[${HAN}]+|${LETTERS}(?:[’']${LETTERS})*`, 'gu');
const isHan = new RegExp(`^[${HAN}]`);
const isLatin = /^[a-z]/;
const joinsPhrase = /^[\s\p{Pd}]+$/u;

/** A word, or a run of Chinese. */
interface Run {
  start: number;
  end: number;
  isHan: boolean;
  /** What entries are compared with: the stem of an English word, any other folded. */
  key: string;
}

/**
 * The concepts that a text speaks of, each with the first word or phrase of the text that speaks of it, as written. A
 * phrase hides the words in it: "re-education" is no education, nor is 再教育.
 */
export function conceptsIn(text: string): Map<number, string> {
  table ??= readTable();
  const found = new Map<number, string>();
  const find = (concept: number, start: number, end: number) => {
    if (!found.has(concept)) found.set(concept, text.slice(start, end));
  };
  const runs = Array.from(text.matchAll(RUNS), readRun);
  for (let at = 0; at < runs.length; ) {
    const run = runs[at];
    if (!run) break;
    let next = at + 1;
    if (run.isHan) {
      findHan(run, table, find);
    } else {
      let matches: Entry[] = [];
      for (const entry of entriesFor(run.key, table)) {
        const end = endOf(entry, runs, at, text);
        if (end > next) matches = [];
        if (end < next) continue;
        next = end;
        matches.push(entry);
      }
      const end = runs[next - 1]?.end ?? run.end;
      for (const { concept } of matches) find(concept, run.start, end);
    }
    at = next;
  }
  return found;
}

function readRun({ 0: written, index }: RegExpExecArray): Run {
  const run = { start: index, end: index + written.length };
  if (isHan.test(written)) return { ...run, isHan: true, key: written };
  const folded = fold(written);
  return { ...run, isHan: false, key: isLatin.test(folded) ? stemOf(folded) : folded };
}

/** Chinese puts no space between words, so each place may begin one. */
function findHan(
  { key, start }: Run,
  { entries }: Table,
  find: (concept: number, start: number, end: number) => void,
): void {
  let reached = 0;
  for (let from = 0; from + SHORTEST_HAN <= key.length; from++) {
    // Longest first: what ends no later lies within.
    const shortest = Math.max(from + SHORTEST_HAN, reached + 1);
    for (let to = Math.min(from + LONGEST_HAN, key.length); to >= shortest; to--) {
      const matches = entries.get(key.slice(from, to));
      if (!matches) continue;
      for (const { concept } of matches) find(concept, start + from, start + to);
      reached = to;
      break;
    }
  }
}

/** Entries of which the first part fits the word. */
function entriesFor(key: string, { entries, longest }: Table): readonly Entry[] {
  if (isLatin.test(key)) return entries.get(key) ?? [];
  const fitting: Entry[] = [];
  for (let length = 1; length <= Math.min(key.length, longest); length++) {
    for (const entry of entries.get(key.slice(0, length)) ?? []) {
      if (fits(entry.first, key)) fitting.push(entry);
    }
  }
  return fitting;
}

function fits({ text, isWhole }: Part, key: string): boolean {
  return isWhole ? key === text : key.startsWith(text);
}

/** Where the runs of an entry that begins at a run end; 0 where its further words do not follow. */
function endOf({ rest }: Entry, runs: readonly Run[], at: number, text: string): number {
  let last = at;
  for (const part of rest) {
    const [before, run] = [runs[last], runs[last + 1]];
    if (!before || !run || !fits(part, run.key)) return 0;
    if (!joinsPhrase.test(text.slice(before.end, run.start))) return 0;
    last++;
  }
  return last + 1;
}
