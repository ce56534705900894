#pragma once

#include <string_view>

namespace chancery {

/// Whether `text` is in the lexical space of an XSD 1.1 datatype, named by its local part ("date"). True for datatypes that are
/// not known here; those that are: boolean, integer, nonNegativeInteger, decimal, double, date, dateTime, gYear, gYearMonth,
/// duration, anyURI.
bool is_lexical_form(std::string_view text, std::string_view xsd_type);

/// `local` names a datatype of XSD 1.1 that RDF 1.1 may use ("date").
bool is_xsd_type(std::string_view local);
/// The one whose name comes nearest; nothing if none is near.
std::string_view nearest_xsd_type(std::string_view local);

/// A well-formed language tag of BCP 47: subtags of 1 to 8 letters and digits, the first of letters alone.
bool is_language_tag(std::string_view text);

}  // namespace chancery
