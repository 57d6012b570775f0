"""The vocabulary of the invented sites: names, places and the words that sentences are made of."""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


NETWORKS = (
    # name, kind, country, weight: a few large services, many small channels
    ("Northlight", "web-channel", "*", 30),
    ("Parallax+", "web-channel", "*", 19),
    ("Meridian", "web-channel", "US", 14),
    ("Channel Six", "network", "GB", 11),
    ("TV Haneul", "network", "KR", 10),
    ("Kestrel", "network", "US", 8),
    ("Lumière", "network", "FR", 6),
    ("Öresund TV", "network", "SE", 5),
    ("Antena Sur", "network", "ES", 5),
    ("Wolke", "web-channel", "DE", 4),
    ("Harbour", "network", "AU", 3),
    ("Boğaz", "network", "TR", 3),
    ("Kumo", "network", "JP", 3),
    ("Estúdio Sol", "network", "BR", 2),
    ("Maple One", "network", "CA", 2),
    ("Tulipán", "web-channel", "CZ", 1),
)

PUBLISHERS = (
    ("The Lantern Post", "press"),
    ("Screen Ledger", "trade"),
    ("Daily Tideline", "press"),
    ("Reel Gazette", "trade"),
    ("Seoul Evening Review", "press"),
    ("Le Petit Écran", "press"),
    ("Fernsehblatt", "trade"),
    ("Cartel y Cámara", "press"),
    ("Slate & Clapper", "trade"),
    ("Second Unit Weekly", "trade"),
    ("The Understudy", "fan"),
    ("Binge Almanac", "fan"),
    ("Hanok Entertainment", "press"),
    ("Register of Broadcasts", "reference"),
    ("The Call Sheet", "trade"),
    ("Aftercredits", "press"),
    ("Nordic Picture News", "press"),
    ("Pressroom Wire", "official"),
    ("Subtitle Quarterly", "reference"),
    ("Front Row Letters", "fan"),
)

ENGLISH_FIRST = _words("""
Ada Alder Amos Anneke Beatrix Callum Clement Cora Dashiell Delphine Edith Ellery Esme Farrah Felix
Flora Gideon Greta Hollis Ida Imogen Jonah Juno Keir Lachlan Leda Lowell Mabel Maren Milo Nell
Noor Oona Orson Perdita Quill Rhys Rosalind Rufus Sabine Silas Tamsin Thea Tobias Una Verity
Wesley Willa Winston Yara Zadie Émile Chloé Zoë Brontë
""")
ENGLISH_LAST = _words("""
Ashdown Barlow Blackwood Calloway Carrow Cotter Crane Dunmore Easterby Fairweather Farrow Fenwick
Galt Garrick Hale Harrowgate Holloway Ingram Jessop Kettering Lacey Lockhart Marlowe Merrick
Nightingale Oakes O'Connell O'Dea Penhallow Prewitt Quarles Ravensdale Rook Sedgwick Sterling
Tallis Thackeray Underhill Vane Wainwright Whitlock Wren Yardley St-Clair d'Arcy
""")
LATIN_FIRST = _words("""
Agnès Álvaro Andrés Aurélie Beñat Björn Camille Cédric Chloé Concepción Dölf Élodie Emílio Estève
Fátima François Gaël Göran Håkon Hélène Iñaki Inês Jérôme João Jürgen Katarína Lóránt Lucía
Małgorzata Mårten Maïté Nélida Noémie Óscar Özlem Pádraig Paweł Ramón René Renée Rubén Søren Simão
Šárka Tomáš Ülkü Verónica Władysław Yaël Zdeněk Žofia
""")
LATIN_LAST = _words("""
Ağaoğlu Álvarez Bélanger Björkström Caetano Çelik Crête Díaz Dvořák Ekström Fjällström Françon
Gálvez García Gómez Großmann Hägglund Ibáñez Järvinen Jørgensen Kovács Kučera Lefèvre Löwenthal
Łukasik Martínez Mérimée Müller Núñez Öberg Özdemir Peña Pérez Quiñones Rémy Sánchez Schönfeld
Sørensen Şahin Thézan Ünal Vázquez Wójcik Yildiz Zúñiga
""")
KOREAN_LAST = (
    ("Kim", "김"), ("Lee", "이"), ("Park", "박"), ("Choi", "최"), ("Jung", "정"), ("Kang", "강"),
    ("Cho", "조"), ("Yoon", "윤"), ("Jang", "장"), ("Lim", "임"), ("Han", "한"), ("Oh", "오"),
    ("Seo", "서"), ("Shin", "신"), ("Kwon", "권"), ("Hwang", "황"), ("Ahn", "안"), ("Song", "송"),
    ("Ryu", "류"), ("Hong", "홍"), ("Jeon", "전"), ("Ko", "고"), ("Moon", "문"), ("Nam", "남"),
)  # fmt: skip
KOREAN_FIRST = (
    ("Ji-hu", "지후"), ("Seo-yeon", "서연"), ("Min-jun", "민준"), ("Ha-eun", "하은"),
    ("Do-yun", "도윤"), ("Ye-jin", "예진"), ("Tae-hyun", "태현"), ("Su-bin", "수빈"),
    ("Jae-won", "재원"), ("Yu-na", "유나"), ("Dong-hyuk", "동혁"), ("Eun-ji", "은지"),
    ("Sang-woo", "상우"), ("Hye-rin", "혜린"), ("Jun-ho", "준호"), ("Bo-ra", "보라"),
    ("Kyung-soo", "경수"), ("Na-yeon", "나연"), ("Seung-min", "승민"), ("Da-hye", "다혜"),
    ("In-seok", "인석"), ("Mi-rae", "미래"), ("Woo-jin", "우진"), ("Chae-won", "채원"),
)  # fmt: skip
HANGUL = _words("""
바다 겨울 등대 그림자 약속 비밀 편지 골목 학교 기차 새벽 정원 거울 시간 이름 마지막
여름 항구 도시 아침 달빛 기억 계단 우산 지도 섬 노래 눈물 하늘 여행 문 밤
사람들 이야기 소금 바람 유리 모래 안개 강물
""")

TITLE_ADJECTIVES = _words("""
Amber Ancient Bitter Blue Borrowed Brittle Broken Burning Cold Copper Crooked Distant Drowned
Empty Endless Faint False Fallen Forgotten Frozen Gilded Glass Golden Hidden Hollow Iron Last Late
Little Long Lost Low Marble Midnight Narrow Ninth Old Open Painted Pale Paper Patient Perfect
Quiet Red Restless Salt Scarlet Second Secret Seventh Shallow Silent Silver Slow Southern Stolen
Strange Sunken Tender Thirteenth Twelfth Unquiet Velvet Violet Wandering White Wild
""")
TITLE_NOUNS = _words("""
Almanac Alphabet Anchor Archive Assembly Atlas Aviary Bargain Bay Berth Boarder Bridge Canal
Carnival Cartographer Century Chapel Chimney Choir Circuit Clerk Coast Comet Consulate Country
Court Creek Crossing Daughter Debt Delta Departure District Door Echo Embassy Engine Evidence
Exile Ferry Festival Field Fire Fjord Frontier Garden Gate Guest Harbour Harvest Heir Hill Horizon
Hospital Hotel Hour House Inheritance Inspector Island Jury Kingdom Ladder Lake Ledger Letter
Library Lighthouse Lodger Machine Market Meadow Mercy Mile Mirror Morning Museum Neighbour Night
Oath Observatory Ocean Orchard Orphan Palace Parish Passage Pilot Platform Promise Province Quarry
Quarter Railway Reckoning Reservoir Return River Road School Season Sermon Shore Signal Sister
Sleeper Station Storm Street Summer Survey Tenant Theatre Tide Tower Town Trial Tunnel Valley
Verdict Village Voyage Ward Warden Watch Well Widow Winter Witness Year
""")
TITLE_PLACES = _words("""
Ashgrove Bellmarsh Björkö Calder Daegu Eastmoor Fallow Gangneung Halden Incheon Jeonju Kirkwall
Lisse Málaga Nørrebro Orkney Penrith Quimper Rügen Sóller Tromsø Ulsan València Wrexham Ypres
Zadar Ålesund Évora Łódź İzmir
""")

GENRES = _words("""
Drama Thriller Mystery Comedy Crime Horror Fantasy Romance History Survival Adventure
Science-Fiction Medical Legal Family Espionage Western Musical
""")

PLACES = _words("""
Busan Lisbon Gdańsk Malmö Galway Porto Tromsø Jeju Leeds Trieste Valparaíso Göteborg Kraków
Reykjavík Montréal Bogotá Osaka Antwerp Aarhus Brno Cádiz Dún-Laoghaire Esbjerg Firenze Genève
Halifax Innsbruck Jyväskylä København Ljubljana Marseille Nîmes Odense Pécs Québec Rouen Sète
Tampere Uppsala Vigo Wrocław Xàtiva Ystad Zürich Gyeongju Sokcho Mokpo Suncheon Wellington Hobart
""")

ADJECTIVES = _words("""
abrupt accurate ambitious angry anonymous anxious awkward barren bleak blunt bold brief bright
broad brutal calm careful cautious cheap cheerful clever clumsy coherent comic confident
considerable contested costly crowded cruel curious daring deliberate delicate desperate detailed
different difficult direct distant doubtful dramatic durable eager early elaborate elegant empty
enormous exact expensive extended faithful familiar famous fierce final firm flat forgotten formal
fragile frank frequent fresh frugal generous gentle genuine gloomy gradual grand guarded harsh
hasty heavy hesitant hidden honest hopeful hostile humble icy immediate impatient important
improbable informal inner intense intimate intricate invisible ironic jealous keen large lasting
lavish lean legal likely literal lively local lonely loose loud loyal lucid major measured
memorable mild minor modest muted narrow nervous new noisy notable obvious odd official open
ordinary original outer patient peculiar persistent plain plausible playful polite popular
practical precise previous private prominent proper proud public puzzling quick quiet rare
reckless recent regional reluctant remote restless reticent rich rigid rough rural ruthless scarce
secret sensible separate serious severe sharp short shrewd silent simple sincere slender slight
slow sober solemn solid sombre spare sparse specific steady stern strange strict strong stubborn
subtle sudden surprising suspicious tense tentative thin thorough tidy timid tired tough tragic
unusual urgent vague vain vast vivid warm weary welcome wild winding wise witty wry young
""")

NOUNS = _words("""
account accident affair agenda agreement alibi alley ambition anniversary announcement apartment
archive argument arrival article attic audience balcony bargain barricade basement beginning
betrayal birthday blackout border broadcast budget building calendar camera campaign captain
cellar chapter childhood choice city clause clue coast code colony comedy commission committee
community compromise confession conflict contract conversation corridor counterpart courtroom
crisis crossing culture cut dawn deadline debate decade decision delay departure detective
dialogue diary dilemma director disaster discovery dispute distance district doctor document
dossier draft drought edition election emergency encounter ending engine enquiry episode escape
estate evening evidence exchange excuse exile expedition experiment explanation factory failure
family farewell favour festival fight film finale fire flashback flood footage fortune friendship
funeral future garden gesture ghost government grudge guardian guess habit harbour headline heir
hint history hospital hostage hotel household idea identity illness image impostor incident
informant inheritance inspection institution interview invention invitation island journey judge
junction kitchen landlord landscape language laughter lawsuit league lecture legacy legend letter
liaison library lie lighthouse line loan loss machine manuscript map marriage massacre meeting
melody memory message method midnight migration mirror misunderstanding mission mistake moment
monologue monument mood motive mountain murder museum mystery narrator negotiation neighbour
network night notebook novel oath object obsession offer office officer opening opera orchestra
order origin outbreak outline outsider pact painting parade partner passage past patient pattern
pause performance photograph picture pilot plan plot poem poison police portrait premiere premise
press prison prologue promise proof prophecy protest quarantine quarrel question race radio
railway ransom reader reason rebellion recording refuge rehearsal relationship report rescue
resolution result return reunion revelation revenge rival river road robbery romance rooftop
rumour sacrifice scandal scene schedule school score screenplay script secret sentence sequence
service setting settlement shadow shelter shipwreck shooting signal silence sister sketch soldier
soundtrack speech stage stairwell statement station story stranger street strike structure stunt
subplot suburb subtitle successor summer suspect sword system tale tape teacher telegram testament
theatre theme theory thread threat title tower tradition tragedy trailer train transcript trap
treaty trial triumph truce tunnel twist uncle uniform uprising valley verdict victim victory
village villain virus visit voice vote voyage wall war warning wedding weekend whisper will window
winter witness word workshop world wound writer year
""")

PLURALS = _words("""
actors admirers agencies allies analysts assistants audiences authors brokers cameras carpenters
cinemas colleagues collectors columnists commentators composers coordinators correspondents
costumes critics crews cities dailies designers directors distributors documents doubles dubbers
editors episodes estimates executives exporters extras fans filmmakers forecasts forums friends
historians hosts insiders insurers interviews investors journalists lawyers letters librarians
listings locations magazines managers musicians negotiators neighbours newspapers notes novelists
observers officials outlets pages painters papers partners performers permits photographs
producers programmers publicists rehearsals relatives reporters reports representatives
researchers residents reviewers rights rivals scenes schedules scholars scripts sequels sets
sponsors storyboards studios subscribers supervisors surveys technicians translators unions
viewers visitors volunteers voices weeklies witnesses workshops writers
""")

VERBS_PAST = _words("""
abandoned acknowledged adapted admitted altered announced answered assembled avoided borrowed
built cancelled carried challenged changed clarified closed collected completed concealed
condensed confirmed contradicted corrected counted covered defended delayed delivered denied
described discussed divided doubled doubted dropped edited ended enlarged examined exchanged
explained exposed extended filled financed finished followed forgave found framed guarded halved
hid hinted-at ignored imagined improved inherited interrupted introduced investigated kept
launched led linked lost measured mentioned moved named narrowed opened ordered outlined
overlooked paid passed photographed planned postponed praised preferred prepared presented
preserved printed promised protected proved published questioned quoted raised reached rebuilt
recalled received recorded reduced refused rehearsed rejected remembered repeated replaced
reported rescued restored resumed retold returned revealed reversed revised rewrote saved
scheduled settled shaped shared shelved shortened showed softened solved split staged started
stopped stretched studied suggested supported survived tested traced translated trusted underlined
unsettled upset used verified visited welcomed withdrew won wrote
""")

ADVERBS = _words("""
abruptly accordingly actually again almost already apparently at-first barely briefly calmly
carefully certainly cheerfully clearly curiously deliberately directly eagerly earnestly
eventually evidently exactly explicitly fairly finally firmly formally frankly gently gradually
grudgingly happily hardly hastily hopefully independently indirectly initially intentionally
ironically largely lately merely mildly mostly naturally nearly nervously notably noticeably
obviously officially only openly ordinarily partly patiently perhaps plainly plausibly politely
possibly precisely privately probably promptly publicly quickly quietly rarely readily recently
reluctantly reportedly repeatedly seldom separately sharply silently simply slightly slowly
soberly somewhat soon steadily stubbornly subsequently suddenly supposedly surely surprisingly
tacitly tentatively thoroughly traditionally truly ultimately unexpectedly unofficially usually
vaguely visibly warmly wisely
""")

MONTHS = _words("""
January February March April May June July August September October November December
""")
WEEKDAYS = _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
NUMBERS = _words(
    "two three four five six seven eight nine ten eleven twelve thirteen twenty thirty"
)
