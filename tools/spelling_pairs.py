"""Pairs of spellings of invented names, made by the tables that turn other scripts into German, English ...

Each name is given once, in its own script or as syllables; each table writes it as newspapers of one language do. Two
spellings of one name are one person; names that differ in a given name are two.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Final

_RUSSIAN_LETTERS: Final = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_UKRAINIAN_LETTERS: Final = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'"
_GREEK_LETTERS: Final = "αβγδεζηθικλμνξοπρσςτυφχψω"
_GEORGIAN_LETTERS: Final = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"


def _table(letters: str, written: str) -> dict[str, str]:
    return {letter: "" if sounds == "0" else sounds for letter, sounds in zip(letters, written.split(), strict=True)}


_CYRILLIC: Final[dict[str, tuple[dict[str, str], ...]]] = {
    "Russian": (
        _table(_RUSSIAN_LETTERS, "a b w g d e jo sch s i j k l m n o p r s t u f ch z tsch sch schtsch 0 y 0 e ju ja"),
        _table(_RUSSIAN_LETTERS, "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch 0 y 0 e yu ya"),
        _table(_RUSSIAN_LETTERS, "a b v g d e e j z i i k l m n o p r s t ou f kh ts tch ch chtch 0 y 0 e iou ia"),
        _table(_RUSSIAN_LETTERS, "a b v g d e ë ž z i j k l m n o p r s t u f ch c č š šč 0 y 0 è ju ja"),
    ),
    "Ukrainian": (
        _table(
            _UKRAINIAN_LETTERS, "a b w h g d e je sch s y i ji j k l m n o p r s t u f ch z tsch sch schtsch 0 ju ja 0"
        ),
        _table(_UKRAINIAN_LETTERS, "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch 0 iu ia 0"),
        _table(_UKRAINIAN_LETTERS, "a b v h g d e ye zh z y i yi y k l m n o p r s t u f kh ts ch sh shch 0 yu ya 0"),
    ),
    "Greek": (
        _table(_GREEK_LETTERS, "a v g d e z i th i k l m n x o p r s s t y f ch ps o"),
        _table(_GREEK_LETTERS, "a v g d e z i th i k l m n x o p r s s t y f h ps o"),
        _table(_GREEK_LETTERS, "a v g d e z i th i k l m n x o p r ss s t i ph kh ps o"),
    ),
    "Georgian": (
        _table(_GEORGIAN_LETTERS, "a b g d e w s t i k l m n o p sch r s t u p k gh q sch tsch z ds z tsch ch dsch h"),
        _table(_GEORGIAN_LETTERS, "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h"),
    ),
}
_IN_SCRIPT: Final[dict[str, tuple[str, ...]]] = {
    "Russian": (
        "андрей черемшанов", "евгений щеголихин", "юлия жаворонкова", "фёдор шувалихин", "ксения рябушкина",
        "дмитрий цыганков", "сергей хлебородов", "наталья вьюжина", "алексей зимушин", "григорий якунчиков",
        "людмила шестопалова", "михаил ежовский", "борис чижевский", "татьяна юдашкина", "павел зыбин",
        "вячеслав жихарев", "аркадий воробьёв", "илья хрущалин", "зинаида цветаевская", "игорь щукинский",
    ),
    "Ukrainian": (
        "олександр гнатенчук", "сергій жовтобрюх", "микола черешневий", "юрій хмеленко", "галина шептицька",
        "володимир яценчук", "євген щербатий", "наталія цимбалиста", "богдан зозулевич", "ірина жученко",
        "валерій їжакевич", "андрій гайворон", "оксана чубинська", "тарас шульженко", "михайло вишневецький",
    ),
    "Greek": (
        "γιωργος χατζημιχας", "χαραλαμπος ζερβακης", "ευαγγελος κυριαζης", "νικος φωτοπουλος", "δημητρης παπαχρονης",
        "θεοδωρος ξενιτης", "σταυρος ψαρουδακης", "ιωαννα τσακαλου", "αναστασιος βλαχακης", "ελενη χριστοφη",
    ),
    "Georgian": (
        "გიორგი წერეთლიძე", "ლაშა ჯიბლაძე", "თამარ ჭავჭანიძე", "ნოდარ ხაჩიძე", "შოთა ღვინიაშვილი",
        "დავით ყიფშიძე", "ზურაბ ძიძიგური", "მზია ჟორდანია", "ვახტანგ ჩიქოვანი", "ნინო ქავთარაძე",
    ),
}  # fmt: skip
#: A name a line: each column the spelling of one system.
_WRITTEN: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "Arabic": (
        ("Chalid al-Haddschar", "Khaled al-Hajjar", "Khalid Al Hajjar"),
        ("Mohammed as-Sawaf", "Muhammad al-Sawwaf", "Mohamed Al-Sawaf"),
        ("Jussuf Schahin", "Youssef Chahine", "Yusuf Shaheen"),
        ("Dschamil ad-Duri", "Jamil al-Douri", "Jameel Al-Duri"),
        ("Abd al-Karim Quraischi", "Abdul Karim Quraishi", "Abdelkarim Kuraishi"),
        ("Husain Dschibril", "Hussein Jibril", "Hussain Jebril"),
        ("Fuad asch-Schamsi", "Fouad al-Shamsi", "Fuad Al Shamsi"),
        ("Nadschib Masʿud", "Najib Massoud", "Nadjib Masood"),
        ("Ghassan Machul", "Ghassan Makhoul", "Ghasan Makhul"),
        ("Saif ad-Din Chatib", "Saif al-Din Khatib", "Seif Eddin Khateeb"),
        ("Tariq Wahaischi", "Tarek Wuhaishi", "Tarik Wahayshi"),
        ("Raschid Suleiman", "Rashid Sulaiman", "Rachid Souleimane"),
    ),
    "Korean": (
        ("Pak Jong Chol", "Park Jong-chul", "Pak Chong-ch'ol"),
        ("Choe Kyong Hui", "Choi Kyung-hee", "Ch'oe Kyong-hui"),
        ("Ri Sung Gi", "Lee Seung-ki", "Yi Sung-gi"),
        ("Jon Myong Su", "Jeon Myung-soo", "Chon Myong-su"),
        ("Kang Yong Sik", "Kang Young-sik", "Kang Yong-shik"),
        ("Jong Hye Song", "Jung Hye-sung", "Chung Hye-song"),
        ("Ryu Chang Guk", "Yoo Chang-kuk", "Yu Ch'ang-guk"),
        ("Rim Tok Hun", "Lim Deok-hoon", "Im Tok-hun"),
        ("Paek Sok Chun", "Baek Seok-chun", "Paik Suk-choon"),
        ("Ko In Suk", "Go In-sook", "Ko In-suk"),
    ),
    "Chinese": (
        ("Xu Qiping", "Hsu Chi-ping", "Xu Qi-ping"),
        ("Zhou Jianren", "Chou Chien-jen", "Zhou Jian-ren"),
        ("Deng Boyuan", "Teng Po-yuan", "Deng Bo-yuan"),
        ("Cai Zhihao", "Tsai Chih-hao", "Cai Zhi-hao"),
        ("Guo Tingfu", "Kuo Ting-fu", "Guo Ting-fu"),
        ("Zhang Guozhen", "Chang Kuo-chen", "Zhang Guo-zhen"),
        ("Qian Xueli", "Chien Hsueh-li", "Qian Xue-li"),
        ("Gao Daren", "Kao Ta-jen", "Gao Da-ren"),
    ),
    "Serbian": (
        ("Miloš Đuričanin", "Milos Djuricanin", "Milosch Djuritschanin"),
        ("Snežana Čubrilović", "Snezana Cubrilovic", "Sneschana Tschubrilowitsch"),
        ("Željko Vujačić", "Zeljko Vujacic", "Scheljko Wujatschitsch"),
        ("Jovan Šćepančević", "Jovan Scepancevic", "Jowan Schtschepantschewitsch"),
        ("Nataša Žujović", "Natasa Zujovic", "Natascha Schujowitsch"),
        ("Uroš Jakšić", "Uros Jaksic", "Urosch Jakschitsch"),
    ),
}  # fmt: skip
#: Given names that are two people beside one surname, by the language of the surname.
_OTHERS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "Russian": (("Sergej", "Semjon"), ("Aleksej", "Aleksandr"), ("Iwan", "Igor"), ("Maria", "Marina")),
    "Ukrainian": (("Oleh", "Oleksij"), ("Mykola", "Mykyta"), ("Halyna", "Hanna")),
    "Arabic": (("Hassan", "Hussein"), ("Ahmed", "Hamid"), ("Karim", "Kamal"), ("Mahmud", "Mohammed")),
    "Greek": (("Nikos", "Giannis"), ("Dimitris", "Dimosthenis")),
    "Georgian": (("Giorgi", "Grigol"), ("Nino", "Nana")),
    "Serbian": (("Milan", "Miloš"), ("Jovan", "Jovica")),
    "Korean": (("Sung Min", "Sung Jin"), ("Yong Chol", "Yong Ho"), ("Hye Song", "Hye Rim"), ("Kyong Su", "Kwang Su")),
    "Chinese": (("Jianren", "Jianguo"), ("Lihua", "Lihong"), ("Boyuan", "Bowen")),
}


def same() -> Iterator[tuple[str, str, str]]:
    """Yield the language and two spellings of one person."""
    for language, tables in _CYRILLIC.items():
        for name in _IN_SCRIPT[language]:
            yield from _combined(language, tuple(dict.fromkeys(_written(name, table) for table in tables)))
    for language, names in _WRITTEN.items():
        for spellings in names:
            yield from _combined(language, spellings)


def different() -> Iterator[tuple[str, str, str]]:
    """Yield the language and the names of two people: one surname and two given names, in any two systems."""
    for language, pairs in _OTHERS.items():
        for one, other in pairs:
            for surname in _surnames(language):
                if language in ("Korean", "Chinese"):
                    yield language, f"{surname} {one}", f"{surname} {other}"
                else:
                    yield language, f"{one} {surname}", f"{other} {surname}"


def _surnames(language: str) -> list[str]:
    if language in _IN_SCRIPT:
        found = [_written(name, _CYRILLIC[language][0]).split()[-1] for name in _IN_SCRIPT[language]]
    else:
        is_first = language in ("Korean", "Chinese")
        found = [names[0].split()[0] if is_first else names[0].split(" ", 1)[1] for names in _WRITTEN[language]]
    return list(dict.fromkeys(found))


def _combined(language: str, spellings: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    for one, other in combinations(spellings, 2):
        yield language, one, other


def _written(name: str, letters: Mapping[str, str]) -> str:
    return " ".join("".join(letters[sign] for sign in word).capitalize() for word in name.split())
