"""What a picture says of itself wherever it is taken: whose it is, and what one may do with it."""

from __future__ import annotations

from html import escape

from msgspec import Struct

_PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">\
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\
<rdf:Description rdf:about=""\
 xmlns:dc="http://purl.org/dc/elements/1.1/"\
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"\
 xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"\
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">\
{properties}</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


class Credit(Struct, frozen=True):
    """Who made a picture, and its licence."""

    credit: str
    license: str
    license_url: str = ""
    """Where the licence can be read."""
    acquire_url: str = ""
    """Where a licence can be had."""


def xmp_packet(credit: Credit) -> bytes:
    """Return a credit as an XMP packet with properties of the IPTC Photo Metadata Standard 2023.1.

    Credit Line, Copyright Notice, Rights Usage Terms, Web Statement of Rights and Licensor URL: the
    properties that Google's image search reads.
    """
    notice = f"{credit.credit}, {credit.license}"
    properties = (
        f"<photoshop:Credit>{escape(credit.credit, quote=False)}</photoshop:Credit>"
        f"<dc:rights>{_worded(notice)}</dc:rights>"
        "<xmpRights:Marked>True</xmpRights:Marked>"
        f"<xmpRights:UsageTerms>{_worded(credit.license)}</xmpRights:UsageTerms>"
    )
    if credit.license_url:
        address = escape(credit.license_url, quote=False)
        properties += f"<xmpRights:WebStatement>{address}</xmpRights:WebStatement>"
    if credit.acquire_url:
        properties += (
            '<plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource">'
            f"<plus:LicensorURL>{escape(credit.acquire_url, quote=False)}</plus:LicensorURL>"
            "</rdf:li></rdf:Seq></plus:Licensor>"
        )
    return _PACKET.format(properties=properties).encode()


def _worded(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text, quote=False)}</rdf:li></rdf:Alt>'
