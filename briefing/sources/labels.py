"""Which codec an encoding label means, as browsers understand it.

Follows the labels of the WHATWG Encoding Standard: what calls itself Latin-1 or ASCII is read
as Windows-1252, GB2312 as GB18030, and so on, because that is what such documents hold. Only
labels listed here are followed: Python also knows ``rot13``, ``zlib`` and ``unicode_escape``
under codec names, and a document must not be able to ask for those. UTF-7 is left out as in
browsers, since it hides markup in plain letters.
"""

from __future__ import annotations

_CODECS = {
    "utf-8": "utf8 unicode11utf8 xunicode20utf8",
    "utf-16-le": "utf16 utf16le unicode ucs2 iso10646ucs2 csunicode",
    "utf-16-be": "utf16be unicodefffe",
    "utf-32-le": "utf32 utf32le",
    "utf-32-be": "utf32be",
    "cp1252": "windows1252 cp1252 xcp1252 iso88591 88591 latin1 l1 ascii usascii ansix341968"
    " csisolatin1 isoir100 cp819 ibm819 iso885911987 ansi",
    "cp1250": "windows1250 cp1250 xcp1250",
    "cp1251": "windows1251 cp1251 xcp1251 win1251",
    "cp1253": "windows1253 cp1253 xcp1253",
    "cp1254": "windows1254 cp1254 xcp1254 iso88599 88599 latin5 l5 isoir148 csisolatin5",
    "cp1255": "windows1255 cp1255 xcp1255",
    "cp1256": "windows1256 cp1256 xcp1256",
    "cp1257": "windows1257 cp1257 xcp1257",
    "cp1258": "windows1258 cp1258 xcp1258",
    "cp874": "windows874 cp874 dos874 tis620 iso885911",
    "iso8859-2": "iso88592 88592 latin2 l2 isoir101 csisolatin2",
    "iso8859-3": "iso88593 88593 latin3 l3",
    "iso8859-4": "iso88594 88594 latin4 l4",
    "iso8859-5": "iso88595 88595 cyrillic csisolatincyrillic isoir144",
    "iso8859-6": "iso88596 iso88596e iso88596i 88596 arabic ecma114 asmo708 csisolatinarabic",
    "iso8859-7": "iso88597 88597 greek greek8 elot928 ecma118 suneugreek csisolatingreek",
    "iso8859-8": "iso88598 iso88598e iso88598i 88598 hebrew visual logical csisolatinhebrew",
    "iso8859-10": "iso885910 885910 latin6 l6",
    "iso8859-13": "iso885913 885913",
    "iso8859-14": "iso885914 885914",
    "iso8859-15": "iso885915 885915 latin9 l9",
    "iso8859-16": "iso885916",
    "koi8-r": "koi8r koi8 koi cskoi8r",
    "koi8-u": "koi8u koi8ru",
    "mac-roman": "macintosh macroman mac xmacroman csmacintosh",
    "mac-cyrillic": "maccyrillic xmaccyrillic xmacukrainian",
    "mac-greek": "macgreek xmacgreek",
    "mac-latin2": "maclatin2 macce maccentraleurope xmacce",
    "mac-turkish": "macturkish xmacturkish",
    "cp437": "cp437 ibm437",
    "cp850": "cp850 ibm850",
    "cp852": "cp852 ibm852",
    "cp855": "cp855 ibm855",
    "cp858": "cp858 ibm858",
    "cp862": "cp862 ibm862",
    "cp864": "cp864 ibm864",
    "cp866": "cp866 ibm866 866 csibm866",
    "cp932": "shiftjis sjis xsjis mskanji windows31j cp932 ms932 csshiftjis",
    "euc_jp": "eucjp xeucjp cseucpkdfmtjapanese ujis",
    "euc_jis_2004": "eucjis2004 eucjisx0213 jisx0213",
    "shift_jis_2004": "shiftjis2004 shiftjisx0213 sjis2004",
    "iso2022_jp_ext": "iso2022jp csiso2022jp iso2022jp1 iso2022jp2 iso2022jpext",
    "cp949": "euckr xeuckr ksc5601 ksc56011987 ksc56011989 ksx1001 korean windows949 uhc cp949"
    " ms949 cseuckr isoir149",
    "iso2022_kr": "iso2022kr csiso2022kr",
    "johab": "johab cp1361 ms1361",
    "gb18030": "gb18030 gb180302000 gb2312 gb231280 gbk xgbk chinese csgb2312 csiso58gb231280"
    " isoir58 euccn eucgb2312cn cp936 ms936",
    "hz": "hz hzgb hzgb2312",
    "big5hkscs": "big5hkscs",
    "cp950": "big5 big5tw xxbig5 xbig5 cnbig5 csbig5 cp950 ms950",
    "ptcp154": "ptcp154 pt154 cp154 cyrillicasian",
}
_BY_LABEL = {label: codec for codec, labels in _CODECS.items() for label in labels.split()}


def codec(label: str) -> str:
    """The Python codec for an encoding label; empty for one that is unknown or not text."""
    plain = "".join(c for c in label.lower() if c.isascii() and c.isalnum())
    return _BY_LABEL.get(plain, "")
