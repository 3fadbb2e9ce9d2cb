"""Which language a text is in, where it is not English."""

from __future__ import annotations

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

_SUREST = 0.5  # of texts that are English, rarer words and all, none is surer to be another's
_ENGLISH = frozenset({"en", "pcm", "zxx"})  # with its pidgin, and what is no language
_NAMES = dict(
    entry.split("=")
    for entry in (
        "af=Afrikaans am=Amharic ar=Arabic ary=Arabic arz=Arabic az=Azerbaijani be=Belarusian "
        "bg=Bulgarian bn=Bengali bs=Bosnian ca=Catalan cs=Czech cy=Welsh da=Danish de=German "
        "el=Greek eo=Esperanto es=Spanish et=Estonian eu=Basque fa=Persian fi=Finnish fr=French "
        "fy=Frisian ga=Irish gd=Gaelic gl=Galician gu=Gujarati ha=Hausa he=Hebrew hi=Hindi "
        "hr=Croatian ht=Haitian hu=Hungarian hy=Armenian id=Indonesian ig=Igbo is=Icelandic "
        "it=Italian ja=Japanese jv=Javanese ka=Georgian kk=Kazakh km=Khmer kn=Kannada ko=Korean "
        "ku=Kurdish ky=Kyrgyz la=Latin lb=Luxembourgish lo=Lao lt=Lithuanian lv=Latvian "
        "mg=Malagasy mk=Macedonian ml=Malayalam mn=Mongolian mr=Marathi ms=Malay mt=Maltese "
        "my=Burmese ne=Nepali nl=Dutch nn=Norwegian no=Norwegian oc=Occitan om=Oromo or=Odia "
        "pa=Punjabi pl=Polish ps=Pashto pt=Portuguese ro=Romanian ru=Russian rw=Kinyarwanda "
        "si=Sinhala sk=Slovak sl=Slovene so=Somali sq=Albanian sr=Serbian sv=Swedish sw=Swahili "
        "ta=Tamil te=Telugu tg=Tajik th=Thai tk=Turkmen tl=Tagalog tr=Turkish ug=Uyghur "
        "uk=Ukrainian ur=Urdu uz=Uzbek uzs=Uzbek vi=Vietnamese wuu=Chinese xh=Xhosa yo=Yoruba "
        "yue=Chinese zh=Chinese zu=Zulu"
    ).split()
)


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def named(text: str) -> str | None:
    """Name the language of a text in English, by its code where it is rare.

    None for English, and where it cannot be told surely.
    """
    code: str
    code, likelihood = _identifier().classify(text)
    if code in _ENGLISH or likelihood < _SUREST:
        return None
    return _NAMES.get(code, code)
